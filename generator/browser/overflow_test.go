package browser

import (
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

// testOverflow: no page of any site is wider than a phone.
func (s *suite) testOverflow(t *testing.T) {
	for _, name := range []string{"own", "program", "many", "one", "none", "bad"} {
		t.Run(name, func(t *testing.T) {
			of := s.site(t, name)
			b := s.open(t, of, phone())
			b.forgive = name == "bad"
			for _, path := range every(of.pages, 40) {
				b.fits(path)
			}
		})
	}
}

// testCorpus looks at the pages of real sites, every one where all tests are required.
func (s *suite) testCorpus(t *testing.T) {
	root := os.Getenv("WORKLOG_CORPUS")
	dirs, _ := filepath.Glob(filepath.Join(root, "site-*"))
	if root == "" || len(dirs) == 0 {
		t.Skip("no corpus: set WORKLOG_CORPUS to a folder with site-* in it")
	}
	most := 6
	if os.Getenv("WORKLOG_BROWSER") == "required" {
		most = 1000
	}
	seen := 0
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			of, err := build(t, dir, filepath.Join(t.TempDir(), "out"))
			if err != nil {
				t.Fatal(err)
			}
			b := s.open(t, of, phone())
			b.forgive = true
			for _, path := range every(of.pages, most) {
				b.fits(path)
				seen++
			}
		})
	}
	t.Logf("%d pages", seen)
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
