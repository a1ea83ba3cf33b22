package worklog

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
)

// Options is what the site's configuration says about its worklog.
type Options struct {
	// Languages of the site, the default language first; at least one.
	Languages []LanguageOptions
	// Order overrides what the dates of a page suggest; Unknown leaves it to them.
	Order Order
}

// LanguageOptions names a language and the folder of its content.
type LanguageOptions struct {
	Code       string
	ContentDir string // relative to the site's root, slashes forward
	Order      Order  // overrides Options.Order for this language
}

func (o Options) order(language string) Order {
	for _, l := range o.Languages {
		if l.Code == language && l.Order != Unknown {
			return l.Order
		}
	}
	return o.Order
}

// Read makes the worklog out of the pages of a site.
func Read(pages []*page.Page, o Options) *Site {
	site := &Site{}
	for _, l := range o.Languages {
		site.Languages = append(site.Languages, Language{Code: l.Code, ContentDir: l.ContentDir})
	}
	for _, p := range pages {
		pg := place(p, o.Languages)
		pg.Week = readWeek(pg)
		site.Pages = append(site.Pages, pg)
	}
	slices.SortFunc(site.Pages, func(a, b *Page) int { return cmp.Compare(a.File.Path, b.File.Path) })
	byKey := map[string][]*Week{}
	for _, pg := range site.Pages {
		if pg.Week == nil {
			continue
		}
		byKey[pg.Key] = append(byKey[pg.Key], pg.Week)
		for i := range site.Languages {
			if l := &site.Languages[i]; l.Code == pg.Language {
				l.Weeks = append(l.Weeks, pg.Week)
			}
		}
		settleDigits(pg.Week.Tables)
		pg.Week.settleOrder(o.order(pg.Language))
	}
	for _, weeks := range byKey {
		for _, w := range weeks {
			for _, other := range weeks {
				if other.Page.Language != w.Page.Language {
					w.Others = append(w.Others, other)
				}
			}
		}
	}
	for _, l := range site.Languages {
		sortWeeks(l.Weeks)
	}
	settleByOthers(site.Languages)
	resolve(site.Languages)
	for _, l := range site.Languages {
		sortWeeks(l.Weeks)
		for i, w := range l.Weeks {
			if i > 0 {
				w.Prev, l.Weeks[i-1].Next = l.Weeks[i-1], w
			}
		}
	}
	return site
}

// sortWeeks puts weeks in the order of the program: by number, then by date. A week without a
// number comes behind the last week that begins no later, or last where it has no date either.
func sortWeeks(weeks []*Week) {
	var numbered []*Week
	for _, w := range weeks {
		if w.Number > 0 && !w.Start.IsZero() {
			numbered = append(numbered, w)
		}
	}
	slices.SortStableFunc(numbered, func(a, b *Week) int { return a.Start.Compare(b.Start) })
	place := make(map[*Week]int, len(weeks))
	for _, w := range weeks {
		place[w] = w.Number
		if w.Number > 0 {
			continue
		}
		place[w] = math.MaxInt
		if w.Start.IsZero() {
			continue
		}
		after, _ := slices.BinarySearchFunc(numbered, w.Start, func(n *Week, d civil.Date) int {
			if n.Start.After(d) {
				return 1
			}
			return -1
		})
		place[w] = 0
		if after > 0 {
			place[w] = numbered[after-1].Number
		}
	}
	slices.SortStableFunc(weeks, func(a, b *Week) int {
		return cmp.Or(cmp.Compare(place[a], place[b]), a.Start.Compare(b.Start), cmp.Compare(a.Page.File.Path, b.Page.File.Path))
	})
}

// place finds the language and the translation key of a page from its path, as Hugo does.
func place(p *page.Page, languages []LanguageOptions) *Page {
	pg := &Page{Page: p, Language: languages[0].Code}
	rel, depth := p.File.Path, -1
	for _, l := range languages {
		if r, ok := strings.CutPrefix(p.File.Path, l.ContentDir+"/"); ok && len(l.ContentDir) > depth {
			rel, depth, pg.Language = r, len(l.ContentDir), l.Code
		}
	}
	name := strings.TrimSuffix(rel, path.Ext(rel))
	for _, l := range languages {
		if n, ok := strings.CutSuffix(name, "."+l.Code); ok {
			name, pg.Language = n, l.Code
			break
		}
	}
	pg.Path = rel
	pg.Key = strings.ToLower(name)
	pg.Index = path.Base(pg.Key) == "_index"
	return pg
}

// readWeek reads a page as a week; nil where it is not about one.
func readWeek(pg *Page) *Week {
	ev := evidence(pg.Page)
	named := namesWeek(ev)
	var tables []*Table
	sure := false
	for _, src := range pg.Tables {
		t, strength := readTable(pg.Page, src)
		if strength == certainly || strength == likely && named {
			tables = append(tables, t)
			sure = true
		}
	}
	if !sure && !shouldHaveTable(pg, ev) {
		return nil
	}
	w := &Week{Page: pg, Evidence: ev, Number: weekNumber(ev), Tables: tables, Title: weekTitle(pg)}
	if titleRuns := pg.FrontMatter.String("title"); titleRuns != "" {
		w.Stated = append(w.Stated, findDates([]page.Run{{Text: titleRuns, Span: pg.FrontMatter.ValueSpan("title")}})...)
	}
	for _, h := range pg.Headings {
		w.Stated = append(w.Stated, findDates([]page.Run{{Text: h.Text, Span: h.Span}})...)
	}
	return w
}

// shouldHaveTable reports whether a page without a task table is a weekly page all the same: its
// title and its path name the same week, and it is no draft.
func shouldHaveTable(pg *Page, ev []Evidence) bool {
	title, inPath := 0, 0
	for _, e := range ev {
		switch e.Source {
		case fromTitle:
			title = e.Number
		case fromPath:
			inPath = e.Number
		}
	}
	return title > 0 && title == inPath && !pg.Draft()
}

func weekTitle(pg *Page) string {
	if t := pg.FrontMatter.String("title"); t != "" {
		return t
	}
	for _, h := range pg.Headings {
		if h.Level > 0 && h.Text != "" {
			return h.Text
		}
	}
	if pg.Index {
		return path.Base(path.Dir(pg.File.Path))
	}
	return pg.Stem()
}

// Draft reports whether the author holds the page back: Hugo leaves it out unless it is told to build
// drafts.
func (p *Page) Draft() bool { return p.FrontMatter.Fields["draft"] == true }

// Stem is the name of the page's file without language and extension: "_index" of "_index.vi.md".
func (p *Page) Stem() string {
	name := path.Base(p.File.Path)
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimSuffix(name, "."+p.Language)
}

// Address is the part of a page's URL that its path decides; two pages of a language with the same
// address would be rendered to the same file. Hugo lowers letters and turns spaces into hyphens,
// and x.md, x/index.md and x/_index.md are one page.
func (p *Page) Address() string {
	key := strings.ReplaceAll(p.Key, " ", "-")
	if name := path.Base(key); name == "_index" || name == "index" {
		key = strings.TrimSuffix(strings.TrimSuffix(key, name), "/")
	}
	return key
}
