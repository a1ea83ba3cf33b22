package browser

import (
	"fmt"
	"strings"
	"testing"
)

// testNoScript: without scripts a page has all its words, a way to every other page, and no button
// that does nothing.
func (s *suite) testNoScript(t *testing.T) {
	of := s.site(t, "program")
	for _, v := range []view{{noScript: true}, {width: 360, height: 740, noScript: true}} {
		b := s.open(t, of, v)
		b.visit("/1-worklog/1.3-week3/")
		shown := eval[string](b, `document.querySelector('main').innerText`)
		for _, l := range lessons() {
			for line := range strings.SplitSeq(l.name+"<br>&emsp; + "+l.en, "<br>&emsp; + ") {
				if !strings.Contains(shown, line) {
					t.Errorf("%v: %q is not to be seen", v, line)
				}
			}
		}
		for _, date := range []string{"22/09/2025", "28/09/2025"} {
			if !strings.Contains(shown, date) {
				t.Errorf("%v: the date %s is not to be seen", v, date)
			}
		}
		for _, path := range []string{"/1-worklog/", "/1-worklog/1.2-week2/", "/1-worklog/1.4-week4/", "/vi/1-worklog/1.3-week3/"} {
			if !b.reaches(path) {
				t.Errorf("%v: no link to be seen leads to %s", v, path)
			}
		}
		if idle := eval[[]string](b, `[...document.querySelectorAll('button, input, select, [role=button]')].filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.outerHTML.slice(0, 120))`); len(idle) > 0 {
			t.Errorf("%v: does nothing without scripts: %q", v, idle)
		}
		for _, path := range []string{"/", "/vi/"} {
			b.visit(path)
			for week := range 13 {
				if link := fmt.Sprintf("%s1-worklog/1.%d-week%d/", path, week+1, week+1); !b.reaches(link) {
					t.Errorf("%v: no link on %s leads to %s", v, path, link)
				}
			}
		}
	}
}

// reaches reports whether a link that is to be seen, or stands in a list that opens without a
// script, leads to a path.
func (b *tab) reaches(path string) bool {
	b.Helper()
	return call[bool](b, `path => [...document.links].some(a => a.pathname == path && (a.checkVisibility() || a.closest('details')?.checkVisibility()))`, path)
}
