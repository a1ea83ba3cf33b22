package generate

import (
	"fmt"
	"path"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

// builder turns the tables of one week into what the layouts read.
type builder struct {
	page     *page.Page
	basePath string
	ids      map[string]int
}

// newWeek describes a week; contentDir is the part of its path that Hugo leaves out, at is the path
// that the page has in the overlay.
func newWeek(w *worklog.Week, contentDir, at string, o Options) *Week {
	b := builder{page: w.Page.Page, basePath: o.BasePath, ids: map[string]int{}}
	rel := strings.TrimPrefix(at, contentDir)
	v := &Week{
		Path: rel, PagePath: pagePath(w.Page, rel), Language: w.Page.Language,
		Number: w.Number, Title: w.Title, Start: date(w.Start), End: date(w.End),
	}
	for _, t := range w.Tables {
		v.Tables = append(v.Tables, b.table(t))
		for _, task := range t.Tasks {
			if !task.Group {
				v.Tasks++
			}
			v.References += len(task.References)
		}
	}
	return v
}

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
	return Date{ISO: d.String(), Text: fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)}
}

func (b *builder) table(t *worklog.Table) Table {
	var out Table
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, Column{
			Role: roleName(c.Role), Label: b.markup(b.page.Inline(c.Header.Span)), Align: c.Align,
		})
	}
	for i, task := range t.Tasks {
		out.Rows = append(out.Rows, b.row(t, task, i+1))
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
	if task.Group {
		var items []Item
		for _, f := range task.Fields {
			items = append(items, b.items(f.Items)...)
		}
		row.Cells = []Cell{{Role: "other", Items: items}}
		return row
	}
	for _, f := range task.Fields {
		row.Cells = append(row.Cells, b.cell(f))
	}
	for i := len(row.Cells); i < len(t.Columns); i++ {
		row.Cells = append(row.Cells, Cell{Role: roleName(t.Columns[i].Role)})
	}
	return row
}

// id is the row's anchor: its day where it has one, so that a citation survives a row that is added
// above it.
func (b *builder) id(task *worklog.Task, number int) string {
	id := fmt.Sprintf("row-%d", number)
	if task.Start != nil && !task.Start.First.Date.IsZero() {
		id = "day-" + task.Start.First.Date.String()
	}
	b.ids[id]++
	if n := b.ids[id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

func (b *builder) cell(f *worklog.Field) Cell {
	c := Cell{Role: roleName(f.Role)}
	switch {
	case f.Date != nil:
		first, ok := b.stated(&f.Date.First)
		last, lastOK := Date{}, true
		if f.Date.Last != nil {
			last, lastOK = b.stated(f.Date.Last)
		}
		if !ok || !lastOK { // as the author wrote it
			c.Items = []Item{{HTML: b.markup(f.Runs)}}
			return c
		}
		c.Start, c.End, c.Rest = first, last, b.markup(f.Date.Rest)
	case f.Day != nil:
		c.Weekdays, c.Through, c.Ordinal = f.Day.Weekdays, f.Day.Through, f.Day.Ordinal
		if f.Day.Last != 0 { // a range of ordinals is rare: as the author wrote it
			c.Ordinal = 0
			c.Items = []Item{{HTML: b.markup(f.Runs)}}
			return c
		}
		c.Rest = b.markup(f.Day.Rest)
	default:
		c.Items = b.items(f.Items)
	}
	return c
}

// stated is a date for readers; ok is false where it has no meaning.
func (b *builder) stated(s *worklog.Stated) (Date, bool) {
	if !s.Date.IsZero() {
		return date(s.Date), true
	}
	return Date{}, false
}

func (b *builder) items(items []*worklog.Item) []Item {
	if len(items) == 0 {
		return nil
	}
	out := make([]Item, len(items))
	for i, it := range items {
		out[i] = Item{HTML: b.markup(it.Runs), Marked: it.Marked, Items: b.items(it.Items)}
	}
	return out
}
