package generate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"cloud.google.com/go/civil"
	"github.com/spf13/cast"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// overlay returns the page as Hugo is given it: front matter that Hugo accepts, headings whose levels
// go down one at a time, and a shortcode in place of each task table. It has as many lines as the
// author's page, so that Hugo's messages name the author's lines.
func overlay(p *worklog.Page, latest civil.Date) []byte {
	text := p.Text()
	edits := headingEdits(p.Page)
	if p.Week != nil {
		edits = append(edits, tableEdits(p.Page, p.Week)...)
		slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.span.Start, b.span.Start) })
	}
	out := make([]byte, 0, len(text))
	out = append(out, frontMatter(p, latest)...)
	at := p.Body.Start
	for _, e := range edits {
		if e.span.Start < at { // inside what was already replaced
			continue
		}
		out = append(out, text[at:e.span.Start]...)
		out = append(out, e.text...)
		at = e.span.End
	}
	return bytes.Clone(append(out, text[at:]...)) // a third of the buffer: all pages are held at once
}

// edit is a part of the body and what stands there instead.
type edit struct {
	span source.Span
	text string
}

// tableEdits writes the shortcode call on the second line of each table, so that the line before it
// is blank and the call is a paragraph of its own, and leaves the other lines empty but for the marks
// of the block around the table.
func tableEdits(p *page.Page, w *worklog.Week) []edit {
	var out []edit
	for i, t := range w.Tables {
		if hasShortcode(p, t) {
			continue
		}
		for j, line := range t.Source.Lines {
			e := edit{span: line}
			if j == 1 || len(t.Source.Lines) == 1 {
				e.text = fmt.Sprintf("{{< worklog-table %d >}}", i)
			}
			out = append(out, e)
		}
	}
	return out
}

// headingEdits gives a page one heading of the first level, its title, and takes levels down one at
// a time whatever the author jumped over: screen readers and the table of contents go by them.
func headingEdits(p *page.Page) []edit {
	var out []edit
	var open []int // the author's levels from the page's title down to here
	for _, h := range p.Headings {
		if h.Marks.Empty() {
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		level := min(len(open)+2, 6)
		open = append(open, h.Level)
		hashes := "######"[:level]
		switch {
		case h.Marks.End <= h.Span.Start:
			if level != h.Level {
				out = append(out, edit{h.Marks, hashes})
			}
		case level != h.Level: // underlined
			out = append(out, edit{source.Span{Start: h.Span.Start, End: h.Span.Start}, hashes + " "}, edit{h.Marks, ""})
		}
	}
	return out
}

// frontMatter writes the front matter as JSON, which Hugo reads ten times faster than YAML, on as
// many lines as the author's. Dates that Hugo would refuse are left out; a week without a date gets
// its first day, home and sections the last day of the worklog: Hugo would take the build's.
func frontMatter(p *worklog.Page, latest civil.Date) []byte {
	fields := make(map[string]any, len(p.FrontMatter.Fields)+1)
	for k, v := range p.FrontMatter.Fields {
		if isDateKey(k) && !isDate(v) {
			continue
		}
		fields[k] = v
	}
	if _, ok := fields["date"]; !ok {
		switch {
		case p.Week != nil && !p.Week.Start.IsZero():
			fields["date"] = p.Week.Start.String()
		case p.Index && !latest.IsZero():
			fields["date"] = latest.String()
		}
	}
	if len(fields) == 0 && p.FrontMatter.Format == page.None && !looksLikeFrontMatter(p.Text()[p.Body.Start:]) {
		return p.Text()[:p.Body.Start]
	}
	out, err := json.Marshal(fields)
	if err != nil { // keys that only YAML can have: Hugo reads them itself
		return p.Text()[:p.Body.Start]
	}
	head := source.Span{Start: p.FrontMatter.Span.Start, End: p.Body.Start}
	lines := bytes.Count(p.Text()[:head.End], []byte("\n"))
	out = bytes.TrimSuffix(out, []byte("}"))
	out = append(out, bytes.Repeat([]byte("\n"), max(lines-1, 0))...)
	out = append(out, '}')
	if lines > 0 {
		out = append(out, '\n')
	}
	return out
}

// looksLikeFrontMatter reports whether Hugo would take the beginning of a page for front matter, as
// it does with a list.
func looksLikeFrontMatter(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n")
	return len(body) > 0 && bytes.IndexByte([]byte("-+{#"), body[0]) >= 0
}

// isDateKey knows the keys that Hugo reads as dates.
func isDateKey(key string) bool {
	switch key {
	case "date", "lastmod", "modified", "publishdate", "pubdate", "published", "expirydate", "unpublishdate":
		return true
	}
	return false
}

// isDate reports whether Hugo can read a value as a date.
func isDate(v any) bool {
	if v == nil || v == "" {
		return false
	}
	_, err := cast.ToTimeInDefaultLocationE(v, time.UTC)
	if s, ok := v.(fmt.Stringer); err != nil && ok { // TOML's local dates
		_, err = cast.ToTimeInDefaultLocationE(s.String(), time.UTC)
	}
	return err == nil
}
