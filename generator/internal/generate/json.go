package generate

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

// The types below are the format of worklog.json, one file at the root of each language's site. It
// is stable: fields may be added, none changes its meaning. Dates are ISO 8601 or null.
type (
	jsonSite struct {
		Site     string     `json:"site"`     // the site's title
		Language string     `json:"language"` // language code
		Weeks    []jsonWeek `json:"weeks"`    // in the order of the program
	}
	jsonWeek struct {
		Number *int            `json:"number"` // null where the page states none
		Title  string          `json:"title"`
		Path   string          `json:"path"` // the source file, relative to the site's root
		URL    string          `json:"url"`  // absolute
		Start  *string         `json:"start"`
		End    *string         `json:"end"`
		Tasks  json.RawMessage `json:"tasks"` // of jsonTask
	}
	jsonTask struct {
		Day        *string         `json:"day"` // "Monday", "Monday–Friday", "Day 1", or the author's words
		Start      *string         `json:"start"`
		End        *string         `json:"end"`
		Text       string          `json:"text"` // the words of the task, a line for each of its lines
		References []jsonReference `json:"references"`
	}
	jsonReference struct {
		Title string `json:"title"`
		URL   string `json:"url"`
	}
)

// Document is the worklog.json of one language, complete but for what only Hugo knows. It holds
// nothing of the worklog that it was made from, which may be forgotten while Hugo renders.
type Document struct {
	Language string
	weeks    []jsonWeek
}

// NewDocument encodes the weeks of a language.
func NewDocument(l worklog.Language) (*Document, error) {
	d := &Document{Language: l.Code, weeks: make([]jsonWeek, 0, len(l.Weeks))}
	for _, w := range l.Weeks {
		v := jsonWeek{Title: w.Title, Path: w.Page.File.Path, Start: iso(w.Start), End: iso(w.End)}
		if n := w.Number; n > 0 {
			v.Number = &n
		}
		tasks := []jsonTask{}
		for _, t := range w.Tables {
			for _, task := range t.Tasks {
				if !task.Group {
					tasks = append(tasks, taskData(task))
				}
			}
		}
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(tasks); err != nil {
			return nil, err
		}
		v.Tasks = bytes.Clone(b.Bytes())
		d.weeks = append(d.weeks, v)
	}
	return d, nil
}

// Encode writes the file. urls gives the address of a page by the path of its source; a week that is
// not on the site is left out.
func (d *Document) Encode(title string, urls map[string]string) ([]byte, error) {
	out := jsonSite{Site: title, Language: d.Language, Weeks: []jsonWeek{}}
	for _, w := range d.weeks {
		if address, ok := urls[w.Path]; ok {
			w.URL = address
			out.Weeks = append(out.Weeks, w)
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.Bytes(), err
}

func taskData(t *worklog.Task) jsonTask {
	v := jsonTask{References: []jsonReference{}}
	if t.Start != nil {
		v.Start = iso(t.Start.First.Date)
	}
	if t.End != nil {
		v.End = iso(t.End.First.Date)
		if t.End.Last != nil {
			v.End = iso(t.End.Last.Date)
		}
	}
	var lines []string
	for _, f := range t.Fields {
		switch {
		case f.Role == worklog.RoleTask || f.Role == worklog.RoleDetail:
			lines = append(lines, itemLines(f.Items())...)
		case f.Role == worklog.RoleDay && v.Day == nil:
			v.Day = dayName(f)
		}
	}
	v.Text = strings.Join(lines, "\n")
	for _, r := range t.References {
		v.References = append(v.References, jsonReference{r.Title, r.URL})
	}
	return v
}

func itemLines(items []*worklog.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, page.Words(it.Runs))
		out = append(out, itemLines(it.Items)...)
	}
	return out
}

// dayName says a day cell in English, whatever the page's language: data has one form.
func dayName(f *worklog.Field) *string {
	words := page.Words(f.Runs)
	if d := f.Day; d != nil && len(d.Weekdays) > 0 {
		separator := ", "
		if d.Through {
			separator = "–"
		}
		names := make([]string, len(d.Weekdays))
		for i, n := range d.Weekdays {
			names[i] = time.Weekday(n % 7).String()
		}
		words = strings.Join(names, separator)
	} else if d != nil && d.Last == 0 {
		words = "Day " + strconv.Itoa(d.Ordinal)
	}
	if words == "" {
		return nil
	}
	return &words
}

func iso(d civil.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}
