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
	d := &Document{Language: l.Code}
	for _, w := range l.Weeks {
		tasks := []jsonTask{}
		for _, t := range w.Tables {
			for _, task := range t.Tasks {
				if task.Group {
					continue
				}
				items := make([][]*worklog.Item, len(task.Fields))
				for i, f := range task.Fields {
					items[i] = f.Items()
				}
				tasks = append(tasks, taskData(task, items))
			}
		}
		raw, err := encode(tasks)
		if err != nil {
			return nil, err
		}
		d.add(w, raw)
	}
	return d, nil
}

func (d *Document) add(w *worklog.Week, tasks json.RawMessage) {
	v := jsonWeek{Title: w.Title, Path: w.Page.File.Path, Start: iso(w.Start), End: iso(w.End), Tasks: tasks}
	if n := w.Number; n > 0 {
		v.Number = &n
	}
	d.weeks = append(d.weeks, v)
}

// encode writes the tasks of a week, of which there are many, in the form that takes least memory
// until Hugo is done.
func encode(tasks []jsonTask) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(tasks)
	return bytes.Clone(b.Bytes()), err
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

// taskData describes a row; items are those of its fields.
func taskData(t *worklog.Task, items [][]*worklog.Item) jsonTask {
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
	for i, f := range t.Fields {
		switch {
		case f.Role == worklog.RoleTask || f.Role == worklog.RoleDetail:
			lines = itemLines(lines, items[i])
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

// itemLines appends the words of each line.
func itemLines(lines []string, items []*worklog.Item) []string {
	for _, it := range items {
		lines = itemLines(append(lines, page.Words(it.Runs)), it.Items)
	}
	return lines
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
	s := isoText(d)
	return &s
}
