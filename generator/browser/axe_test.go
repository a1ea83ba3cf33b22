package browser

import (
	"os"
	"strings"
	"testing"
)

// violation is what axe says of a page.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct {
		Target  []any
		HTML    string
		Summary string `json:"failureSummary"`
	}
}

// testAxe: axe finds nothing wrong with any kind of page, on a phone and a desktop, light and dark.
func (s *suite) testAxe(t *testing.T) {
	source := axe(t)
	for name, paths := range map[string][]string{
		"own":     {"/", week8},
		"program": {"/", "/1-worklog/", "/1-worklog/1.8-week8/", "/vi/1-worklog/1.8-week8/", "/report/", "/references/", "/topics/", "/404.html", "/vi/"},
		"none":    {"/", "/1-prepare/1.1-account/", "/1-prepare/1.1-account/1.1.1-rights/", "/2-clean/"},
		"bad":     {"/", "/1-worklog/1.1-week1/", "/1-worklog/1.2-week2/", "/1-worklog/1.4-week4/", "/2-pages/wide/"},
	} {
		t.Run(name, func(t *testing.T) {
			b := s.open(t, s.site(t, name), view{})
			b.forgive = name == "bad"
			for _, path := range paths {
				b.visit(path)
				eval[any](b, source+`; axe.configure({rules: [{id: 'color-contrast-enhanced', enabled: true, selector: '*:not(.chroma, .chroma *)'}]}); null`)
				for _, width := range []int64{360, 1280} {
					b.look(view{width: width, height: 800})
					b.examine(path, "all")
					b.look(view{width: width, height: 800, dark: true})
					b.examine(path+" in the dark", "cat.color") // nothing else changes
				}
			}
			if name != "program" {
				return
			}
			b.look(phone())
			b.press("/")
			b.wait(`document.activeElement.closest('dialog#search')`)
			b.press("docker")
			b.wait(`document.querySelector('#search [role=option]')`)
			b.examine("the search", "all")
			b.look(view{dark: true})
			b.examine("the search in the dark", "all")
		})
	}
}

// axe returns the source of axe-core, or skips the test.
func axe(t *testing.T) string {
	t.Helper()
	name := os.Getenv("WORKLOG_AXE")
	if name == "" {
		skip(t, "no axe: npm pack axe-core, unpack it, and set WORKLOG_AXE to its axe.min.js, as .ci/run does")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// examine has axe look at the page as it is, by the rules of a tag, or by "all" of its rules. Text has
// the contrast of AAA, except for the colours of code. Axe is on the page already.
func (b *tab) examine(where, tag string) {
	b.Helper()
	width := eval[int](b, `innerWidth`)
	found := call[[]violation](b, `tag => axe.run({
		resultTypes: ['violations'], ...(tag != 'all' && {runOnly: tag}),
	}).then(r => r.violations)`, tag)
	for _, v := range found {
		n := v.Nodes[0]
		b.Errorf("%s at %d px: %s (%s): %s: %d places, the first is %v\n\t%.200s\n\t%s",
			where, width, v.ID, v.Impact, v.Help, len(v.Nodes), n.Target, n.HTML, strings.ReplaceAll(n.Summary, "\n", " "))
	}
}
