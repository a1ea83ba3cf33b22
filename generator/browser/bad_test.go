package browser

import (
	"strings"
	"testing"
)

// testBadInput: what an author did is on the page as words, and runs nothing.
func (s *suite) testBadInput(t *testing.T) {
	b := s.open(t, s.site(t, "bad"), phone())
	b.forgive = true
	for path, want := range map[string][]string{
		"/":                     {`Notes <of> "an" intern & co 🚀`, "Week 2: دفتر الأسبوع الثاني"},
		"/1-worklog/1.1-week1/": {`"quotes"`, "🎉", strings.TrimSpace(strings.Repeat("cloud ", 4000/len("cloud "))), strings.Repeat("a", 275), "code_that_is_a_good_deal_longer"},
		"/1-worklog/1.2-week2/": {"إعداد الحساب", "עברית ועוד עברית", "مرجع"},
		"/1-worklog/1.3-week3/": {"Monday", "Read", "some day", "Wrote"},
		"/1-worklog/1.4-week4/": {"understood_by_nobody_at_all", "ten"},
		"/2-pages/html/":        {"A box wider than a phone.", "Red", "centred"},
		"/2-pages/frames/":      {},
		"/2-pages/untitled/":    {"No front matter, and no title."},
		"/report/":              {"lies where a generated one would"},
	} {
		b.visit(path)
		shown := eval[string](b, `document.querySelector('main').textContent`)
		for _, w := range want {
			if !strings.Contains(shown, w) {
				t.Errorf("%s: %.60q is not on the page", path, w)
			}
		}
	}
}
