package generate

import (
	"fmt"
	"html"
	"html/template"
	"strings"
	"time"
)

// Citation is a week that cites or names something, and the first row that does.
type Citation struct {
	Week *Week
	URL  string // of the row; of the page where its rows have no anchors
	Date string // ISO; the row's start, empty where it is unknown
}

// citation describes a row of the week whose page has an address; row may be nil.
func citation(w *Week, page string, row *Row) Citation {
	if row == nil {
		return Citation{Week: w, URL: page}
	}
	return Citation{Week: w, URL: page + "#" + row.ID, Date: row.Start}
}

// Wording says weeks and days in the reader's language.
type Wording struct {
	week, date   string
	days, months []string
}

// Wording makes one of the interface's words: week is a format for its number ("Week %d"); date is a
// format for the name of the weekday, the day of the month and the name of the month, in that order;
// days holds seven names from Monday on, and months twelve.
func (*Data) Wording(week, date string, days, months []string) *Wording {
	return &Wording{week, date, days, months}
}

// weekName is what a week is called in a list: "Week 7", or its title where it has no number.
func (l *Wording) weekName(w *Week) string {
	if w.Number == 0 {
		return w.Title
	}
	return fmt.Sprintf(l.week, w.Number)
}

// day says a date in short, "Mon 27 Oct"; nothing where it is unknown.
func (l *Wording) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil || len(l.days) < 7 || len(l.months) < 12 {
		return ""
	}
	return fmt.Sprintf(l.date, l.days[(t.Weekday()+6)%7], t.Day(), l.months[t.Month()-1])
}

// listWriter writes lists of things with links to the weeks that cite them. At a thousand weeks there
// are ten thousand such things, which takes a template seconds.
type listWriter struct {
	strings.Builder
	words *Wording
}

func (w *listWriter) html() template.HTML { return template.HTML(w.String()) }

func (w *listWriter) escape(s string) { w.WriteString(html.EscapeString(s)) }

func (w *listWriter) link(address, text string) {
	w.WriteString(`<a href="`)
	w.escape(address)
	w.WriteString(`">`)
	w.escape(text)
	w.WriteString("</a>")
}

// address writes a link whose text is an address, which may be broken after each of its parts.
func (w *listWriter) address(address, text string) {
	w.WriteString(`<a href="`)
	w.escape(address)
	w.WriteString(`">`)
	w.WriteString(string(breakable(text)))
	w.WriteString("</a>")
}

// breakable is an address as HTML that may be broken before each dot and after each slash.
func breakable(address string) template.HTML {
	return template.HTML(strings.NewReplacer(".", "<wbr>.", "/", "/<wbr>", "&amp;", "<wbr>&amp;").Replace(html.EscapeString(address)))
}

// cited writes links to the rows, with the day of each where that is wanted.
func (w *listWriter) cited(all []Citation, withDay bool) {
	w.WriteString(` <span class="cited">`)
	for i, c := range all {
		if i > 0 {
			w.WriteString(", ")
		}
		text := w.words.weekName(c.Week)
		if day := w.words.day(c.Date); withDay && day != "" {
			text += " · " + day
		}
		w.WriteString(`<a href="`)
		w.escape(c.URL)
		if c.Week.Number == 0 { // a title may be long and must be broken
			w.WriteString(`" class="title`)
		}
		w.WriteString(`">`)
		w.escape(text)
		w.WriteString("</a>")
	}
	w.WriteString("</span>")
}
