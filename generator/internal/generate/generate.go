package generate

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
	"worklog/generator/internal/search"
	"worklog/generator/internal/source"
	"worklog/generator/internal/topic"
	"worklog/generator/internal/worklog"
)

// Options is what the generated pages depend on besides the worklog.
type Options struct {
	BasePath string // the path of the base URL, with a slash at both ends: "/" or "/report/"
	Drafts   bool   // pages that their authors hold back are for readers, too
	UglyURLs bool   // addresses of pages end with .html, sections aside
	// Without names what is not wanted: pages of PageNames, "search", and "calendar" for worklog.ics.
	Without []string
}

// Output is what Hugo is given.
type Output struct {
	Pages  map[string][]byte       // every content page; path relative to the site's root
	Source map[string]*source.File // the author's file behind each page; none behind those of PageNames
	Data   *Data
	JSON   []*Document // one a language
	// Search holds the documents of each language's search, keyed by language code: weeks in order, then
	// the other pages. Source is a key of Pages; addresses are not known yet.
	Search map[string][]search.Document
}

// Document returns the worklog.json of a language; one that the worklog does not have is empty.
func (o *Output) Document(language string) *Document {
	for _, d := range o.JSON {
		if d.Language == language {
			return d
		}
	}
	return &Document{Language: language}
}

// Generate makes the overlay and the data. It changes nothing that it is given.
func Generate(site *worklog.Site, o Options) (*Output, error) {
	out := &Output{
		Pages:  make(map[string][]byte, len(site.Pages)),
		Source: make(map[string]*source.File, len(site.Pages)),
		Data: &Data{
			Pages: map[string]*Week{}, Weeks: map[string][]*Week{}, Programs: map[string]*Program{},
			References: map[string]*References{}, Topics: map[string]*Topics{},
			Calendars: map[string]bool{}, Without: o.Without,
		},
		Search: map[string][]search.Document{},
	}
	searched := !slices.Contains(o.Without, "search")
	documents := map[*worklog.Page]search.Document{}
	site = forReaders(site, o)
	paths := places{}
	byPath := make(map[string]*worklog.Page, len(site.Pages))
	for _, p := range site.Pages {
		byPath[p.File.Path] = p
	}
	weeks := map[*worklog.Week]*Week{}
	tasks := map[*worklog.Week]packedTasks{}
	common := &shared{newTargets(), topic.NewReader()}
	latest := lastDay(site)
	for _, p := range byClaim(site.Pages) {
		shown := o.Drafts || !p.Draft()
		at := paths.take(p, shown)
		out.Pages[at] = overlay(p, latest)
		out.Source[at] = p.File
		if p.Week == nil || !shown {
			if searched {
				documents[p] = newDocument(p, at, nil)
			}
			continue
		}
		w, rows, parts := newWeek(p.Week, strings.TrimSuffix(p.File.Path, p.Path), at, byPath, common, o)
		weeks[p.Week], tasks[p.Week] = w, rows
		if searched {
			documents[p] = newDocument(p, at, parts)
		}
		out.Data.Pages[w.Language+":"+w.Path] = w
	}
	for _, l := range site.Languages {
		d := &Document{Language: l.Code}
		for i, w := range l.Weeks {
			v := weeks[w]
			if i > 0 {
				v.Prev = weeks[l.Weeks[i-1]]
				v.Prev.Next = v
			}
			out.Data.Weeks[l.Code] = append(out.Data.Weeks[l.Code], v)
			d.add(w, tasks[w])
			if searched {
				out.Search[l.Code] = append(out.Search[l.Code], documents[w.Page])
			}
		}
		out.JSON = append(out.JSON, d)
		out.Data.Calendars[l.Code] = d.dated() && !slices.Contains(o.Without, "calendar")
		if len(l.Weeks) > 0 {
			setPlaces(out.Data.Weeks[l.Code])
			out.Data.Programs[l.Code] = newProgram(site, l, weeks)
			out.Data.References[l.Code] = newReferences(out.Data.Weeks[l.Code])
			out.Data.Topics[l.Code] = newTopics(out.Data.Weeks[l.Code])
			out.addPages(l, paths, latest, o.Without)
		}
	}
	for _, p := range site.Pages {
		if searched && p.Week == nil {
			out.Search[p.Language] = append(out.Search[p.Language], documents[p])
		}
	}
	return out, nil
}

// forReaders is the worklog less the weeks that their authors hold back. Their pages stay: Hugo leaves
// those out itself.
func forReaders(site *worklog.Site, o Options) *worklog.Site {
	held := func(w *worklog.Week) bool { return w.Page.Draft() }
	if o.Drafts || !slices.ContainsFunc(site.Languages, func(l worklog.Language) bool { return slices.ContainsFunc(l.Weeks, held) }) {
		return site
	}
	shown := *site
	shown.Languages = slices.Clone(site.Languages)
	for i := range shown.Languages {
		l := &shown.Languages[i]
		l.Weeks = slices.DeleteFunc(slices.Clone(l.Weeks), held)
	}
	return &shown
}

// lastDay is the last day of the worklog: the date of home and of sections that state none, as
// today's date would make every build differ.
func lastDay(site *worklog.Site) civil.Date {
	var last civil.Date
	for _, l := range site.Languages {
		for _, w := range l.Weeks {
			if last.IsZero() || w.End.After(last) {
				last = w.End
			}
		}
	}
	return last
}

// byClaim puts first the pages that must keep their path, as others lie beside them: sections, then
// bundles.
func byClaim(pages []*worklog.Page) []*worklog.Page {
	claim := func(p *worklog.Page) int {
		switch {
		case p.Index:
			return 0
		case path.Base(p.Key) == "index":
			return 1
		}
		return 2
	}
	pages = slices.Clone(pages)
	slices.SortStableFunc(pages, func(a, b *worklog.Page) int { return cmp.Compare(claim(a), claim(b)) })
	return pages
}

// places gives each page a path of its own: Hugo drops one of two pages with the same address (x.md
// beside x/_index.md, folders that differ in case) without a word. It is
// keyed by language and address, and true where readers see the page.
type places map[string]bool

// take returns the page's own path, or one beside it where that is taken.
func (t places) take(p *worklog.Page, shown bool) string {
	free := func(address string) bool {
		key := p.Language + ":" + address
		_, taken := t[key]
		t[key] = t[key] || shown
		return !taken
	}
	if free(p.Address()) {
		return p.File.Path
	}
	dir, base := path.Split(p.File.Path)
	name := p.Stem()
	for n := 2; ; n++ {
		suffix := fmt.Sprintf("-%d", n)
		if !free(p.Address() + suffix) {
			continue
		}
		if (name == "_index" || name == "index") && p.Address() != "" {
			return strings.TrimSuffix(dir, "/") + suffix + "/" + base
		}
		return dir + name + suffix + strings.TrimPrefix(base, name)
	}
}

// hasShortcode reports whether a table calls a shortcode: only Hugo can render it, so it is left in
// the page.
func hasShortcode(p *page.Page, t *worklog.Table) bool {
	s := p.File.Text(t.Source.Span)
	return strings.Contains(s, "{{<") || strings.Contains(s, "{{%")
}
