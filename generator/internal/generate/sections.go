package generate

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"worklog/generator/internal/page"
	"worklog/generator/internal/search"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// maxFence is the size in bytes of a block of code up to which it can be found: longer ones are
// listings, which would be most of the index.
const maxFence = 2000

// sectionReader cuts what a page says besides its task tables into sections.
type sectionReader struct {
	page   *page.Page
	task   []*page.Table // the task tables, which are read elsewhere
	ids    anchors
	done   []search.Part
	anchor string
	text   search.Text
	block  source.Span // the paragraph or list item under way
}

// readSections returns the sections of a page, at least the one before its first heading.
func readSections(p *worklog.Page) []search.Part {
	r := sectionReader{page: p.Page, ids: anchors{}}
	if p.Week != nil {
		for _, t := range p.Week.Tables {
			if !hasShortcode(p.Page, t) {
				r.task = append(r.task, t.Source)
			}
		}
	}
	r.read()
	return r.done
}

func (r *sectionReader) read() {
	text := r.page.Text()
	headings, tables := r.page.Headings, r.page.Tables
	for at := r.page.Body.Start; at < len(text); {
		end := lineEnd(text, at)
		for len(tables) > 0 && tables[0].Span.Start < at {
			tables = tables[1:]
		}
		for len(headings) > 0 && (headings[0].Span.Start < at || headings[0].Level == 0) {
			headings = headings[1:]
		}
		line := bytes.TrimLeft(text[at:end], " \t>")
		switch {
		case len(tables) > 0 && tables[0].Span.Start < end:
			r.endBlock()
			r.table(tables[0])
			end = lineEnd(text, max(tables[0].Span.End-1, at))
		case len(headings) > 0 && headings[0].Span.Start < end:
			r.endBlock()
			r.heading(headings[0])
			end = lineEnd(text, max(headings[0].Span.End, headings[0].Marks.End)-1)
		case bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~")):
			r.endBlock()
			end = r.fence(at, end, line)
		case unread(line) != nil:
			r.endBlock()
			end = lineEnd(text, at+max(bytes.Index(text[at:], unread(line)), 0))
		case len(bytes.TrimSpace(line)) == 0 || isDefinition(line):
			r.endBlock()
		default:
			start := end - len(line)
			mark := listMark(line)
			if mark > 0 || text[at] == '>' || r.block.Empty() {
				r.endBlock()
				r.block.Start = start + mark
			}
			r.block.End = end
		}
		at = end
	}
	r.endBlock()
	r.endSection()
}

// lineEnd is the offset behind the line that an offset is in.
func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// listMark is the length of the mark of a list item at the beginning of a line.
func listMark(line []byte) int {
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	switch {
	case n > 0 && n < len(line) && (line[n] == '.' || line[n] == ')'):
	case n == 0 && len(line) > 0 && bytes.IndexByte([]byte("-+*"), line[0]) >= 0:
	default:
		return 0
	}
	if n+1 < len(line) && (line[n+1] == ' ' || line[n+1] == '\t') {
		return n + 2
	}
	return 0
}

// isDefinition knows the definition of a link, which is not shown: [label]: URL
func isDefinition(line []byte) bool {
	return len(line) > 0 && line[0] == '[' && bytes.Contains(line, []byte("]: "))
}

// unread returns what ends the HTML that a line begins with, if no reader sees its text.
func unread(line []byte) []byte {
	if len(line) == 0 || line[0] != '<' {
		return nil
	}
	if bytes.HasPrefix(line, []byte("<!--")) {
		return []byte("-->")
	}
	for _, name := range []string{"script", "style", "svg"} {
		if len(line) > len(name) && strings.EqualFold(string(line[1:len(name)+1]), name) {
			return []byte("</" + name)
		}
	}
	return nil
}

// fence adds a block of code and returns where it ends.
func (r *sectionReader) fence(at, end int, line []byte) int {
	text := r.page.Text()
	mark := line[:len(line)-len(bytes.TrimLeft(line, string(line[:1])))]
	first, last := end, end
	for last = end; last < len(text); last = end {
		end = lineEnd(text, last)
		if l := bytes.TrimSpace(text[last:end]); bytes.HasPrefix(l, mark) && len(bytes.Trim(l, string(mark[:1]))) == 0 {
			break
		}
	}
	if last-first <= maxFence {
		for l := range bytes.Lines(text[first:last]) {
			r.text.Line()
			r.text.Code(string(l))
		}
	}
	return max(end, at)
}

func (r *sectionReader) heading(h page.Heading) {
	r.endSection()
	runs := r.page.Inline(h.Span)
	if !h.Marks.Empty() { // of a heading of several lines Hugo takes the last
		r.anchor = r.ids.heading(runs)
	}
	for _, run := range runs {
		r.text.Bold(run.Text)
	}
}

func (r *sectionReader) endSection() {
	r.done = append(r.done, search.Part{Anchor: r.anchor, Text: r.text.String()})
	r.text, r.anchor = search.Text{}, ""
}

// table adds the cells of a table that is none of tasks, a line for each row.
func (r *sectionReader) table(t *page.Table) {
	if slices.Contains(r.task, t) {
		return
	}
	for _, row := range append([]page.Row{t.Header}, t.Rows...) {
		r.text.Line()
		for i, c := range row.Cells {
			if i > 0 {
				r.text.Words(" · ")
			}
			say(&r.text, r.page.Inline(c.Span))
		}
	}
}

// endBlock adds the paragraph or list item under way, less its shortcodes and tags.
func (r *sectionReader) endBlock() {
	block := r.block
	r.block = source.Span{}
	if block.Empty() {
		return
	}
	r.text.Line()
	text := r.page.Text()[block.Start:block.End]
	at := 0
	for _, call := range append(shortcode.FindAllIndex(text, -1), []int{len(text), len(text)}) {
		runs := r.page.Inline(block.Sub(at, call[0]))
		say(&r.text, slices.DeleteFunc(runs, isTag))
		at = call[1]
		r.text.Words(" ")
	}
}

var shortcode = regexp.MustCompile(`(?s)\{\{[<%].*?[%>]\}\}`)

// isTag knows a tag among the runs of a paragraph.
func isTag(r page.Run) bool {
	return r.Kind == page.Text && r.Style&page.Code == 0 && strings.HasPrefix(r.Text, "<") && strings.HasSuffix(r.Text, ">")
}
