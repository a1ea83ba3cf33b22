package generate

import (
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
)

// Data is what the layouts read as hugo.Data.worklog.
type Data struct {
	// Pages holds every weekly page, keyed by language code, a colon, and the page's path as
	// .File.Path gives it, slashes forward: "en:1-Worklog/1.8-Week8/_index.md".
	Pages map[string]*Week
	// Weeks holds the weeks of each language, keyed by language code, in order.
	Weeks map[string][]*Week
	// Programs, References and Topics hold what all the weeks of a language make together, keyed by
	// language code; a language without weeks has none.
	Programs   map[string]*Program
	References map[string]*References
	Topics     map[string]*Topics
	// Calendars names the languages in which some task has a date, so that there is a worklog.ics.
	Calendars map[string]bool
	// Without names the parts that the site does without, as its configuration does.
	Without []string
}

// Week is one weekly page as the layouts see it.
type Week struct {
	Path       string // as .File.Path: "1-Worklog/1.8-Week8/_index.md"
	PagePath   string // for site.GetPage: "/1-Worklog/1.8-Week8"
	Language   string
	Number     int // 0 where no number is stated
	Title      string
	LinkTitle  string // as links to the page call it
	Start, End Date
	Prev, Next *Week
	Tables     []Table
	Tasks      int      // rows, group rows aside
	References int      // different ones
	Sources    []Source // in the order in which they are first cited
	// Anchor is the week's place on the report, the page that holds all weeks of its language:
	// "week-8", unique there.
	Anchor     string
	Objective  string // plain words in one line; empty where the page has none
	Days       int    // distinct dates with a task, of the week's own days
	Open, Late int    // tasks without a completion, and those completed after the week
	Others     []Other

	idPrefix string    // of every id in the week's content on the report
	mentions []mention // of topics, in order
}

// Other is a week's like in another language.
type Other struct {
	Week *Week
	// InStep reports that both have as many tasks, and begin and end on the same days.
	InStep bool
}

// In returns the week's like in a language; nil where there is none.
func (w *Week) In(language string) *Other {
	for i := range w.Others {
		if w.Others[i].Week.Language == language {
			return &w.Others[i]
		}
	}
	return nil
}

// Label returns what tells readers the week's number, in the words of format ("Week %d"); empty where
// it has none, or its title says the same already.
func (w *Week) Label(format string) string {
	if w.Number == 0 {
		return ""
	}
	label := fmt.Sprintf(format, w.Number)
	_, rest, said := strings.Cut(strings.ToLower(w.LinkTitle), strings.ToLower(label))
	if said && (rest == "" || rest[0] < '0' || rest[0] > '9') {
		return ""
	}
	return label
}

// Date is a civil date in the two forms that a page needs; both are empty where it is unknown.
type Date struct {
	ISO  string // "2025-10-27", for datetime attributes
	Text string // "27/10/2025", for readers
}

// Table is one worklog table; the shortcode worklog-table names it by its 0-based index on the page.
type Table struct {
	Shape   string // the same for tables with equal columns: a key to cache what depends on them
	Columns []Column
	Rows    []Row
}

// Column is one column, in the author's order and with the author's heading.
type Column struct {
	Role  string        // day, date, start, end, task, detail, reference, status or other
	Label template.HTML // the author's heading; may be empty
	Name  string        // the heading's words
	Align string        // left, center, right or empty
}

// Row is one row; a group row has one cell that names the rows below it.
type Row struct {
	ID         string // unique on the page, fit for an anchor: "day-2025-10-27", "row-3"
	Group      bool
	Start, End string // ISO dates of the task; empty where unknown
	Cells      Cells  // one a column; a missing cell is empty, an extra one is kept
}

// Cells are the cells of a row.
type Cells []Cell

// Join writes the cells behind one another, each after the tag that opens it, without end tags,
// which HTML lets td and th do. Layouts could range over the cells themselves; at ten thousand weeks
// that took an eighth of the whole build. names[1] is Monday; through and ordinal are formats for a
// range of two names and for a number.
func (c Cells) Join(open []template.HTML, names []string, through, ordinal string) template.HTML {
	var b strings.Builder
	n := 0
	for i := range c {
		n += len(c[i].HTML) + 96
	}
	b.Grow(n)
	for i := range c {
		if i < len(open) {
			b.WriteString(string(open[i]))
		} else {
			b.WriteString(`<td role="cell" class="other">`)
		}
		b.WriteString(html.EscapeString(c[i].day(names, through, ordinal)))
		b.WriteString(string(c[i].HTML))
	}
	return template.HTML(b.String())
}

// day says the day of a cell, or nothing.
func (c *Cell) day(names []string, through, ordinal string) string {
	switch n := len(c.Weekdays); {
	case c.Ordinal > 0:
		return fmt.Sprintf(ordinal, c.Ordinal)
	case n == 0 || slices.Max(c.Weekdays) >= len(names):
		return ""
	case n == 1:
		return names[c.Weekdays[0]]
	case c.Through:
		return fmt.Sprintf(through, names[c.Weekdays[0]], names[c.Weekdays[n-1]])
	default:
		words := make([]string, n)
		for i, d := range c.Weekdays {
			words[i] = names[d]
		}
		return strings.Join(words, ", ")
	}
}

// Cell is what one cell says. A day that was understood is in Weekdays or Ordinal, for the layouts
// to say it in the reader's language; all else is HTML, which stands behind the day.
type Cell struct {
	Weekdays []int // 1 is Monday, 7 is Sunday
	Through  bool  // Weekdays is a range: first through last
	Ordinal  int   // 1 is the first day of the week's work; 0 where the cell names weekdays
	HTML     template.HTML
}
