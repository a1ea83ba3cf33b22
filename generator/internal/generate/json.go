package generate

import (
	"bytes"
	"encoding/json"
	"iter"
	"strconv"
	"strings"
	"time"

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
		Number *int       `json:"number"` // null where the page states none
		Title  string     `json:"title"`
		Path   string     `json:"path"` // the source file, relative to the site's root
		URL    string     `json:"url"`  // absolute
		Start  *string    `json:"start"`
		End    *string    `json:"end"`
		Tasks  []jsonTask `json:"tasks"`

		packed packedTasks
	}
	jsonTask struct {
		Day        *string         `json:"day"` // "Monday", "Monday–Friday", "Day 1", or the author's words
		Start      *string         `json:"start"`
		End        *string         `json:"end"`
		Text       string          `json:"text"` // the words of the task, a line for each of its lines
		References []TaskReference `json:"references"`
	}
)

// Document is the data of one language, complete but for what only Hugo knows. It holds nothing of
// the worklog that it was made from, which may be forgotten while Hugo renders.
type Document struct {
	Language string
	weeks    []jsonWeek
}

// NewDocument gathers the weeks of a language; without Generate, rows have no anchors.
func NewDocument(l worklog.Language) *Document {
	d := &Document{Language: l.Code}
	for _, w := range l.Weeks {
		var tasks packer
		for _, t := range w.Tables {
			for _, task := range t.Tasks {
				if task.Group {
					continue
				}
				items := make([][]*worklog.Item, len(task.Fields))
				for i, f := range task.Fields {
					items[i] = f.Items()
				}
				tasks.add(taskData(task, items))
			}
		}
		d.add(w, tasks.done())
	}
	return d
}

func (d *Document) add(w *worklog.Week, tasks packedTasks) {
	v := jsonWeek{Title: w.Title, Path: w.Page.File.Path, Start: null(isoText(w.Start)), End: null(isoText(w.End)), packed: tasks}
	if n := w.Number; n > 0 {
		v.Number = &n
	}
	d.weeks = append(d.weeks, v)
}

// Encode writes worklog.json. urls gives the address of a page by the path of its source; a week that
// is not on the site is left out.
func (d *Document) Encode(title string, urls map[string]string) ([]byte, error) {
	out := jsonSite{Site: title, Language: d.Language, Weeks: []jsonWeek{}}
	for _, w := range d.weeks {
		if address, ok := urls[w.Path]; ok {
			w.URL = address
			w.Tasks = []jsonTask{}
			for t := range w.packed.all() {
				w.Tasks = append(w.Tasks, jsonTask{null(t.Day), null(t.Start), null(t.End), t.Text, t.References})
			}
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

// dated reports whether any task has a date.
func (d *Document) dated() bool {
	for _, w := range d.weeks {
		for t := range w.packed.all() {
			if t.Start != "" || t.End != "" {
				return true
			}
		}
	}
	return false
}

// Tasks yields every task of a week that is on the site, with the title of its week, in order. urls
// is that of Encode.
func (d *Document) Tasks(urls map[string]string) iter.Seq2[string, Task] {
	return func(yield func(string, Task) bool) {
		for _, w := range d.weeks {
			address, ok := urls[w.Path]
			if !ok {
				continue
			}
			for t := range w.packed.all() {
				t.URL = address + "#" + t.ID
				if !yield(w.Title, t) {
					return
				}
			}
		}
	}
}

// taskData describes a row; items are those of its fields.
func taskData(t *worklog.Task, items [][]*worklog.Item) Task {
	var v Task
	if t.Start != nil {
		v.Start = isoText(t.Start.First.Date)
	}
	if t.End != nil {
		v.End = isoText(t.End.First.Date)
		if t.End.Last != nil {
			v.End = isoText(t.End.Last.Date)
		}
	}
	var lines []string
	for i, f := range t.Fields {
		switch {
		case f.Role == worklog.RoleTask || f.Role == worklog.RoleDetail:
			lines = itemLines(lines, items[i])
		case f.Role == worklog.RoleDay && v.Day == "":
			v.Day = dayName(f)
		}
	}
	v.Text = strings.Join(lines, "\n")
	for _, r := range t.References {
		v.References = append(v.References, TaskReference{r.Title, r.URL})
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
func dayName(f *worklog.Field) string {
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
	return words
}

// null is nil for what is not stated.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
