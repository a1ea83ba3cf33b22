package generate

import (
	"net/url"
	"path"
	"strings"

	"worklog/generator/internal/page"
	"worklog/generator/internal/search"
	"worklog/generator/internal/worklog"
)

// newDocument says what readers can find of a page: the rows of its tables, which are given, and the
// sections around them; at is its path in the overlay.
func newDocument(p *worklog.Page, at string, rows []search.Part) search.Document {
	sections := readSections(p)
	parts := make([]search.Part, 0, len(rows)+len(sections))
	parts = append(append(append(parts, sections[0]), rows...), sections[1:]...)
	return search.Document{Source: at, Title: pageTitle(p), Parts: parts}
}

// pageTitle is the title as links to the page show it.
func pageTitle(p *worklog.Page) string {
	for _, key := range []string{"linktitle", "title"} {
		if t := strings.TrimSpace(p.FrontMatter.String(key)); t != "" {
			return t
		}
	}
	if p.Week != nil {
		return p.Week.Title
	}
	if stem := p.Stem(); stem != "_index" && stem != "index" {
		return stem
	}
	if dir := path.Dir(p.Path); dir != "." {
		return path.Base(dir)
	}
	return ""
}

// rowText is what a row of a table says; items are those of its fields.
func rowText(items [][]*worklog.Item) string {
	var t search.Text
	for _, field := range items {
		sayItems(&t, field)
	}
	return t.String()
}

func sayItems(t *search.Text, items []*worklog.Item) {
	for _, it := range items {
		t.Line()
		say(t, it.Runs)
		sayItems(t, it.Items)
	}
}

// say adds the words of runs to a text. Of a bare URL only the host is words.
func say(t *search.Text, runs []page.Run) {
	for _, r := range runs {
		switch {
		case r.Kind != page.Text && r.Kind != page.Image:
			t.Words(" ")
		case r.Link != nil && r.Link.Auto:
			if u, err := url.Parse(r.Link.URL); err == nil {
				t.Words(u.Host)
			}
		case r.Style&page.Code != 0:
			t.Code(r.Text)
		case r.Style&page.Bold != 0:
			t.Bold(r.Text)
		default:
			t.Words(r.Text)
		}
	}
}
