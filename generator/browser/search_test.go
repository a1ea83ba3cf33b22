package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// testSearch: by the keyboard alone, from "/" to the row that was looked for, in both languages and
// without a mark on any letter.
func (s *suite) testSearch(t *testing.T) {
	of := s.site(t, "program")
	for _, v := range []view{phone(), {}} {
		for _, c := range []struct{ home, typed, shown string }{
			{"/vi/", "container hoa", "container hóa"},
			{"/vi/", "dong goi", "Đóng gói"},
			{"/vi/", "bảo mật", "bảo mật"},
			{"/", "half past nine", "half past nine"},
		} {
			b := s.open(t, of, v)
			b.visit(c.home)
			before := len(b.loaded())
			b.press("/")
			b.wait(`document.querySelector('dialog#search')?.open && document.activeElement.closest('#search')`)
			b.press(c.typed)
			b.wait(`document.querySelector('#search a[href*="#day-"]')`)
			if len(b.loaded()) == before {
				t.Errorf("%s: the index was loaded before anyone searched", c.home)
			}
			if text := eval[string](b, `document.querySelector('#search').innerText`); !strings.Contains(text, c.shown) {
				t.Errorf("%s: searched %q, and %q is not among the results:\n%s", c.home, c.typed, c.shown, text)
			}
			b.press(kb.ArrowDown + kb.ArrowDown + kb.ArrowUp + kb.Enter)
			b.wait(`location.hash.startsWith('#day-') && document.readyState == 'complete'`)
			row := eval[string](b, `document.querySelector(decodeURIComponent(location.hash))?.innerText ?? ''`)
			if !strings.Contains(strings.ToLower(row), strings.ToLower(c.shown)) {
				t.Errorf("%s: %q leads to a row without it: %q", c.home, c.typed, row)
			}
		}
	}
}

// testSearchLarge looks for a word in a thousand weeks. What it takes is told, not held: a busy
// machine takes longer.
func (s *suite) testSearchLarge(t *testing.T) {
	b := s.open(t, s.site(t, "thousand"), view{})
	b.visit("/")
	b.press("/")
	b.wait(`document.querySelector('#search input')`)
	for _, typed := range []string{"terraform", "t", "half past nine", "alarm"} {
		took := call[float64](b, `typed => new Promise(done => {
			const input = document.querySelector('#search input'), began = performance.now()
			new MutationObserver((_, o) => {
				if (!document.querySelector('#search [role=option] mark')) return
				o.disconnect()
				done(performance.now() - began)
			}).observe(document.querySelector('#search'), {subtree: true, childList: true})
			input.value = typed
			input.dispatchEvent(new InputEvent('input', {bubbles: true}))
			setTimeout(() => done(-1), 10000)
		})`, typed)
		t.Logf("%q is found among 1,000 weeks after %.0f ms", typed, took)
		if took < 0 {
			t.Errorf("%q is not found", typed)
		}
	}
}

// testSearchCloses: Escape closes the search, and who opened it stands where they stood.
func (s *suite) testSearchCloses(t *testing.T) {
	b := s.open(t, s.site(t, "program"), view{})
	b.visit("/")
	b.click("button[data-search]")
	b.wait(`document.querySelector('dialog#search')?.open`)
	b.press("nothing in the world")
	b.wait(`document.querySelector('#search input').value == 'nothing in the world'`)
	b.press(kb.Escape)
	b.wait(`!document.querySelector('dialog#search')?.open`)
	b.wait(`document.activeElement.matches('button[data-search]')`)
	// Where something is being written, "/" is a letter.
	b.press("/")
	b.wait(`document.querySelector('dialog#search')?.open`)
	b.press("a/b")
	b.wait(`document.querySelector('#search input').value.endsWith('a/b')`)
}
