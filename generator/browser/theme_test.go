package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// testTheme: the switch turns the page round, the next page remembers it, and is never drawn in the
// other scheme first.
func (s *suite) testTheme(t *testing.T) {
	of := s.site(t, "program")
	for _, dark := range []bool{false, true} {
		b := s.open(t, of, view{dark: dark})
		// What the page looked like when its body began and when it was first drawn.
		const witness = `new MutationObserver((_, o) => {
			if (!document.body) return
			o.disconnect()
			const seen = () => document.documentElement.dataset.theme
			window.atBody = seen()
			requestAnimationFrame(() => { window.atPaint = seen() + ' ' + ` + paper + ` })
		}).observe(document, {childList: true, subtree: true})`
		if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: witness}); err != nil {
			t.Fatal(err)
		}
		b.visit("/")
		before := eval[string](b, paper)
		b.click(".theme")
		want := map[bool]string{false: "dark", true: "light"}[dark]
		b.wait(fmt.Sprintf(`document.documentElement.dataset.theme == %q`, want))
		b.wait(fmt.Sprintf(`%s != %q`, paper, before))
		turned := eval[string](b, paper)
		for _, path := range []string{"/1-worklog/1.2-week2/", "/vi/"} {
			b.visit(path)
			b.wait(`window.atPaint`)
			if got := eval[string](b, `window.atBody + ' ' + window.atPaint`); got != want+" "+want+" "+turned {
				t.Errorf("%s begins as %q, want %q, as it was left", path, got, want+" "+want+" "+turned)
			}
		}
		b.click(".theme")
		b.wait(fmt.Sprintf(`%s == %q`, paper, before))
	}
}
