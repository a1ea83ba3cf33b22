package generate

import (
	"fmt"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
	"worklog/generator/internal/search"
	"worklog/generator/internal/topic"
	"worklog/generator/internal/worklog"
)

// builder turns the tables of one week into what the layouts read.
type builder struct {
	page     *page.Page
	basePath string
	ugly     bool                     // Options.UglyURLs
	folder   string                   // in which the page lies on the site, below its language's root
	leaf     bool                     // the page is a file that becomes a folder
	pages    map[string]*worklog.Page // all pages by path
	ids      map[string]int
	shared   *shared
	sources  []Source
	mentions []mention // of topics
	current  *Row      // the row that is read; nil where Hugo makes the table, whose rows have no anchors
	tasks    packer    // the same rows as plain data: a cell is taken apart once for all
	parts    []search.Part
}

// shared is what weeks have in common, worked out and held once.
type shared struct {
	targets *targets
	topics  *topic.Reader
}

// newWeek describes a week; contentDir is the part of its path that Hugo leaves out, at is the path
// that the page has in the overlay.
func newWeek(w *worklog.Week, contentDir, at string, pages map[string]*worklog.Page, common *shared, o Options) (*Week, packedTasks, []search.Part) {
	b := builder{
		page: w.Page.Page, basePath: o.BasePath, ugly: o.UglyURLs, folder: w.Page.Address(), pages: pages,
		leaf: w.Page.Stem() != "_index" && w.Page.Stem() != "index" && !o.UglyURLs,
		ids:  map[string]int{}, shared: common,
	}
	if o.UglyURLs && !w.Page.Index {
		b.folder = strings.TrimPrefix(path.Join("/", b.folder, ".."), "/")
	}
	rel := strings.TrimPrefix(at, contentDir)
	v := &Week{
		Path: rel, PagePath: pagePath(w.Page, rel), Language: w.Page.Language,
		Number: w.Number, Title: w.Title, LinkTitle: pageTitle(w.Page), Start: date(w.Start), End: date(w.End),
		Objective: objective(w.Page.Page),
	}
	v.Named = says(v.LinkTitle, v.Number)
	for _, t := range w.Tables {
		v.Tables = append(v.Tables, b.table(t))
		for _, task := range t.Tasks {
			if !task.Group {
				v.Tasks++
			}
		}
	}
	v.References, v.Sources, v.mentions = len(b.sources), slices.Clip(b.sources), b.mentions
	return v, b.tasks.done(), b.parts
}

// says reports whether a number stands in a text, apart from other digits.
func says(text string, number int) bool {
	for digits := range strings.FieldsFuncSeq(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(digits); err == nil && n == number {
			return true
		}
	}
	return false
}

// Dates says from which day to which the week runs; empty where no date is known.
func (w *Week) Dates() template.HTML { return dates(w.Start, w.End) }

func dates(from, to Date) template.HTML {
	if from.ISO == "" {
		return ""
	}
	text := from.time()
	if to.ISO != "" && to != from {
		text += " – " + to.time()
	}
	return template.HTML(text)
}

// time is the date as an element; neither of its forms holds a character that HTML escapes.
func (d Date) time() string { return `<time datetime="` + d.ISO + `">` + d.Text + `</time>` }

// pagePath is the path by which Hugo finds a page in any of its languages.
func pagePath(p *worklog.Page, rel string) string {
	dir, base := path.Split(rel)
	if name := p.Stem(); name == "_index" || name == "index" {
		return "/" + strings.TrimSuffix(dir, "/")
	}
	base = strings.TrimSuffix(base, path.Ext(base))
	return "/" + dir + strings.TrimSuffix(base, "."+p.Language)
}

func date(d civil.Date) Date {
	if d.IsZero() {
		return Date{}
	}
	t := d.In(time.UTC)
	return Date{ISO: t.Format(time.DateOnly), Text: t.Format("02/01/2006")}
}

func (b *builder) table(t *worklog.Table) Table {
	var out Table
	var shape strings.Builder
	for _, c := range t.Columns {
		runs := b.page.Inline(c.Header.Span)
		column := Column{Role: roleName(c.Role), Label: b.markup(runs), Name: page.Words(runs), Align: c.Align}
		out.Columns = append(out.Columns, column)
		fmt.Fprintf(&shape, "%s\x00%s\x00%s\x00", column.Role, column.Label, column.Align)
	}
	out.Shape = shape.String()
	out.Rows = make([]Row, len(t.Tasks))
	foreign := hasShortcode(b.page, t)
	for i, task := range t.Tasks {
		if b.current = &out.Rows[i]; foreign {
			b.current = nil
		}
		out.Rows[i] = b.row(t, task, i+1)
		b.cite(task.References)
	}
	return out
}

func roleName(r worklog.Role) string {
	switch r {
	case worklog.RoleDay:
		return "day"
	case worklog.RoleDate:
		return "date"
	case worklog.RoleStart:
		return "start"
	case worklog.RoleEnd:
		return "end"
	case worklog.RoleTask:
		return "task"
	case worklog.RoleDetail:
		return "detail"
	case worklog.RoleReference:
		return "reference"
	case worklog.RoleStatus:
		return "status"
	}
	return "other"
}

func (b *builder) row(t *worklog.Table, task *worklog.Task, number int) Row {
	row := Row{ID: b.id(task, number), Group: task.Group}
	items := make([][]*worklog.Item, len(task.Fields))
	for i, f := range task.Fields {
		items[i] = f.Items()
	}
	b.parts = append(b.parts, search.Part{Anchor: row.ID, Text: rowText(items)})
	if task.Group {
		var w markupWriter
		for _, it := range items {
			b.items(&w, it)
		}
		row.Cells = Cells{{HTML: w.html()}}
		return row
	}
	data := taskData(task, items)
	data.ID = row.ID
	b.tasks.add(data)
	if task.Start != nil {
		row.Start = isoText(task.Start.First.Date)
	}
	if task.End != nil {
		row.End = isoText(task.End.First.Date)
	}
	row.Cells = make(Cells, max(len(task.Fields), len(t.Columns)))
	for i, f := range task.Fields {
		row.Cells[i] = b.cell(f, items[i])
		if f.Role == worklog.RoleTask || f.Role == worklog.RoleDetail {
			b.readTopics(items[i])
		}
	}
	return row
}

// id is the row's anchor: its day where it has one, so that a citation survives a row that is added
// above it.
func (b *builder) id(task *worklog.Task, number int) string {
	id := "row-" + strconv.Itoa(number)
	if task.Start != nil && !task.Start.First.Date.IsZero() {
		id = "day-" + isoText(task.Start.First.Date)
	}
	b.ids[id]++
	if n := b.ids[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}

func (b *builder) cell(f *worklog.Field, items []*worklog.Item) Cell {
	var c Cell
	var w markupWriter
	rest := f.Runs
	switch {
	case f.Date != nil && f.Date.Resolved():
		rest = f.Date.Rest
		w.time(f.Date.First.Date)
		if f.Date.Last != nil {
			w.WriteString(" – ")
			w.time(f.Date.Last.Date)
		}
	case f.Day != nil && f.Day.Last == 0: // a range of ordinals is rare: as the author wrote it
		rest = f.Day.Rest
		c.Weekdays, c.Through, c.Ordinal = f.Day.Weekdays, f.Day.Through, f.Day.Ordinal
	case f.Day != nil || f.Date != nil:
		w.WriteString("<p>")
		b.runs(&w, rest)
		w.WriteString("</p>")
		rest = nil
	default:
		b.items(&w, items)
		rest = nil
	}
	if len(rest) > 0 {
		w.WriteString(` <span class="rest">`)
		b.runs(&w, rest)
		w.WriteString("</span>")
	}
	c.HTML = w.html()
	return c
}

// items writes lines as paragraphs and lists.
func (b *builder) items(w *markupWriter, items []*worklog.Item) {
	list := false
	for _, it := range items {
		switch {
		case it.Marked && !list:
			w.WriteString("<ul>")
		case !it.Marked && list:
			w.WriteString("</ul>")
		}
		list = it.Marked
		if list {
			w.WriteString("<li>")
			b.runs(w, it.Runs)
			b.items(w, it.Items)
			w.WriteString("</li>")
		} else {
			w.WriteString("<p>")
			b.runs(w, it.Runs)
			w.WriteString("</p>")
			b.items(w, it.Items)
		}
	}
	if list {
		w.WriteString("</ul>")
	}
}

func isoText(d civil.Date) string { return date(d).ISO }
