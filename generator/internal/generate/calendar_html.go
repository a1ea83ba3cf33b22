package generate

import (
	"fmt"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// Words is what the calendar says, in the language of the page. The layouts hand it in: every word of
// the interface is theirs.
type Words map[string]any

func (w Words) one(key string) string {
	s, _ := w[key].(string)
	return s
}

// at is the n-th of a list of words; empty where there is none.
func (w Words) at(key string, n int) string {
	switch list := w[key].(type) {
	case []string:
		if n >= 0 && n < len(list) {
			return list[n]
		}
	case []any:
		if n >= 0 && n < len(list) {
			s, _ := list[n].(string)
			return s
		}
	}
	return ""
}

// Row writes the line as a row of the calendar's table, without the tag that opens it and, as HTML
// lets it, without end tags of cells. url is the address of the week's page, empty where it is
// not on the site; others is that of its like in each language. The words are those of calendar.html.
func (l *Line) Row(p *Program, url string, others map[string]any, words Words) template.HTML {
	r := rowWriter{words: words, counts: p.Counts, url: html.EscapeString(url)}
	r.Grow(1200)
	if l.Week == nil {
		columns := 11 + len(p.Languages)
		if p.Ends {
			columns++
		}
		r.printf(`<th scope="row" class="gap" colspan="%d">`, columns)
		r.text(fmt.Sprintf(words.one("gap"), r.span(l.First, l.Last, true)))
		return template.HTML(r.String())
	}
	r.head(l)
	for i := range l.Days {
		r.day(&l.Days[i], l.First, i, url != "" && p.Weeks <= hugeProgram)
	}
	if !l.More {
		r.overview(l.Week, p, others)
	}
	return template.HTML(r.String())
}

// rowWriter gathers a row.
type rowWriter struct {
	strings.Builder
	words  Words
	counts []int
	url    string // escaped
}

func (r *rowWriter) printf(format string, args ...any) { fmt.Fprintf(r, format, args...) }

func (r *rowWriter) text(s string) { r.WriteString(html.EscapeString(s)) }

// head names the week and its days.
func (r *rowWriter) head(l *Line) {
	r.WriteString(`<th scope="row">`)
	if !l.More {
		name := l.Week.Title
		if l.Week.Number > 0 {
			name = fmt.Sprintf(r.words.one("week"), l.Week.Number)
		}
		if r.url == "" {
			r.text(name)
		} else {
			r.printf(`<a href="%s">`, r.url)
			r.text(name)
			r.WriteString("</a>")
		}
	}
	days := r.words.one("noDates")
	if !l.First.IsZero() {
		days = r.span(l.First, l.First.AddDays(6), false)
	}
	r.WriteString(" <span>")
	r.text(days)
	r.WriteString("</span>")
}

// span says from when till when: "6–12 Oct", "27 Oct – 2 Nov", with the year where it matters.
func (r *rowWriter) span(from, to civil.Date, year bool) string {
	text := r.date(strconv.Itoa(from.Day)+"–"+strconv.Itoa(to.Day), to.Month)
	if from.Month != to.Month || from.Year != to.Year {
		text = r.date(strconv.Itoa(from.Day), from.Month) + " – " + r.date(strconv.Itoa(to.Day), to.Month)
	}
	if year || from.Year != to.Year {
		text += " " + strconv.Itoa(to.Year)
	}
	return text
}

func (r *rowWriter) date(days string, m time.Month) string {
	return fmt.Sprintf(r.words.one("dayMonth"), days, r.words.at("months", int(m)-1))
}

// day writes one of the seven cells, the n-th from the first day on.
func (r *rowWriter) day(d *Day, first civil.Date, n int, link bool) {
	if first.IsZero() {
		r.WriteString("<td>")
		return
	}
	date := first.AddDays(n)
	state := "done"
	switch d.State {
	case DayEmpty:
		r.printf("<td>%d", date.Day)
		return
	case DayOpen:
		state = "open"
	}
	r.printf("<td class=%s>", state)
	if !link {
		r.printf("%d", date.Day)
		return
	}
	r.printf(`<a href="%s`, r.url)
	if d.Row != "" {
		r.printf("#%s", d.Row)
	}
	name := fmt.Sprintf(r.words.one("dayDate"), r.words.at("weekdays", worklog.ISOWeekday(date)), date.Day, r.words.at("months", int(date.Month)-1))
	r.printf(`" aria-label="%s">%d</a>`, html.EscapeString(name+": "+r.counted("tasks", d.Tasks)+", "+r.words.one(state)), date.Day)
}

// overview writes what answers "is it complete?" for the week: days, tasks, references, late tasks,
// other languages.
func (r *rowWriter) overview(v *Week, p *Program, others map[string]any) {
	r.WriteString(`<td class="days">`)
	if p.UsualDays > 0 {
		filled := min(v.Days, p.UsualDays)
		r.printf(`<svg class="bar" viewBox="0 0 %d 6" width="%d" height="6" aria-hidden="true"><path d="M0 3h%d"/>`, 10*p.UsualDays, 10*p.UsualDays, 10*p.UsualDays)
		if filled > 0 {
			r.printf(`<path d="M0 3h%d"/>`, 10*filled)
		}
		r.WriteString("</svg>")
	}
	r.count("days", v.Days)
	r.WriteString("<td>")
	r.count("tasks", v.Tasks)
	r.WriteString("<td>")
	r.count("references", v.References)
	if p.Ends {
		r.WriteString("<td")
		if v.Late == 0 {
			r.WriteString(` class="zero"`)
		} else {
			r.WriteString(` class="late"`)
		}
		r.WriteString(">")
		r.count("late", v.Late)
	}
	for _, code := range p.Languages {
		o := v.In(code)
		if o == nil {
			r.WriteString(`<td class="late">`)
			r.language(code)
			r.text(r.words.one("absent"))
			continue
		}
		if o.InStep {
			r.WriteString("<td>")
		} else {
			r.WriteString(`<td class="late">`)
		}
		r.language(code)
		word := r.words.one("differs")
		if o.InStep {
			word = r.words.one("inStep")
		}
		if u, _ := others[code].(string); u != "" {
			r.printf(`<a href="%s" hreflang="%s">%s</a>`, html.EscapeString(u), html.EscapeString(code), html.EscapeString(word))
		} else {
			r.text(word)
		}
	}
}

// counted is a noun with its number, "7 tasks"; the lists of them go along with Program.Counts.
func (r *rowWriter) counted(noun string, n int) string {
	i, ok := slices.BinarySearch(r.counts, n)
	if !ok {
		return strconv.Itoa(n)
	}
	return r.words.at(noun, i)
}

// count writes "7 tasks" so that its noun can be hidden where the column says it.
func (r *rowWriter) count(noun string, n int) {
	number := strconv.Itoa(n)
	before, after, ok := strings.Cut(r.counted(noun, n), number)
	if !ok {
		r.text(number)
		return
	}
	r.noun(before)
	r.text(number)
	r.noun(after)
}

func (r *rowWriter) noun(s string) {
	if s != "" {
		r.printf("<i>%s</i>", html.EscapeString(s))
	}
}

// language writes the name of another language before what is said of it.
func (r *rowWriter) language(code string) {
	if names, ok := r.words["languages"].(map[string]any); ok {
		if name, ok := names[code].(string); ok {
			r.noun(name + ": ")
		}
	}
}
