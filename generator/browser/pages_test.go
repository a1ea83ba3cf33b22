package browser

import (
	"math"
	"net/url"
	"os"
	"path/filepath"
	"testing"
)

// wider returns what makes a page wider than the screen; nothing where nothing does.
const wider = `(() => {
	const root = document.documentElement, width = root.clientWidth
	if (root.scrollWidth <= width) return []
	const out = []
	for (const e of document.body.querySelectorAll('*')) {
		const box = e.getBoundingClientRect()
		if (box.width && box.height && (box.right > width + .5 || box.left < -.5) && !e.closest('svg *, .skip')) {
			let clipped = false
			for (let p = e.parentElement; p && p != document.body; p = p.parentElement)
				if (getComputedStyle(p).overflowX != 'visible') clipped = true
			if (!clipped) out.push(e.tagName.toLowerCase() + (e.id && '#' + e.id) + [...e.classList].map(c => '.' + c).join('') + ' ' + Math.round(box.left) + '–' + Math.round(box.right))
		}
	}
	return [root.scrollWidth + ' px wide'].concat(out.slice(0, 6))
})()`

// testPages: on a phone, every page of every site fits the screen, has a title, a language and one
// main heading, and nothing that the policy forbids. The tab sees to the console and to other hosts.
func (s *suite) testPages(t *testing.T) {
	for name, most := range map[string]int{"own": 100, "program": 100, "one": 100, "none": 100, "bad": 100, "many": 8} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			of := s.site(t, name)
			b := s.open(t, of, phone())
			b.forgive = name == "bad"
			for _, path := range every(of.pages, most) {
				b.fits(path)
				if n := eval[int](b, `document.querySelectorAll('h1').length`); n != 1 {
					t.Errorf("%s has %d main headings", path, n)
				}
				if eval[bool](b, `!document.title.trim() || !document.documentElement.lang`) {
					t.Errorf("%s has no title or no language", path)
				}
				if out := eval[[]string](b, forbidden); len(out) > 0 && !b.forgive {
					t.Errorf("%s has what the policy forbids: %q", path, out)
				}
			}
			b.visitMissing("/nothing/here/")
		})
	}
}

// forbidden is what the policy keeps from working.
const forbidden = `[...document.querySelectorAll('script:not([src]):not([type$=json]), style, [style]')].map(e => e.outerHTML.slice(0, 120))`

// testCorpus looks at pages of real sites: some, more where all tests are required, and every one with
// WORKLOG_BROWSER=every.
func (s *suite) testCorpus(t *testing.T) {
	root := os.Getenv("WORKLOG_CORPUS")
	dirs, _ := filepath.Glob(filepath.Join(root, "site-*"))
	if root == "" || len(dirs) == 0 {
		t.Skip("no corpus: set WORKLOG_CORPUS to a folder with site-* in it")
	}
	most := 6
	switch os.Getenv("WORKLOG_BROWSER") {
	case "required":
		most = 20
	case "every":
		most = math.MaxInt
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			of, err := build(t, dir, filepath.Join(t.TempDir(), "out"))
			if err != nil {
				t.Fatal(err)
			}
			b := s.open(t, of, phone())
			b.forgive = true
			pages := every(of.pages, most)
			for _, path := range pages {
				b.fits(path)
			}
			t.Logf("%d of %d pages", len(pages), len(of.pages))
		})
	}
}

// fits opens a page and fails the test where it is wider than the screen.
func (b *tab) fits(path string) {
	b.Helper()
	b.visit((&url.URL{Path: path}).EscapedPath())
	if out := eval[[]string](b, wider); len(out) > 0 {
		b.Errorf("%s is wider than the screen: %q", path, out)
	}
}

// every returns at most so many of the pages, spread evenly, the first among them.
func every(pages []string, most int) []string {
	if len(pages) <= most {
		return pages
	}
	var out []string
	for i := range most {
		out = append(out, pages[i*len(pages)/most])
	}
	return out
}
