package diag

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"worklog/generator/internal/source"
)

// bytesPerColumn bounds how much of a long line is looked at: more bytes than that make one column
// of the screen only where someone stacks marks on a letter.
const bytesPerColumn = 16

const ellipsis = "…"

// cell is one character of a line as the screen shows it.
type cell struct {
	text   string
	width  int  // columns
	inside bool // in the span
}

// snippet returns the line of that number, on which the span begins, cut to a width in columns around
// the span and with its secrets struck out, and the underline below it. Both are empty where the line
// is blank.
func snippet(f *source.File, number int, span source.Span, secrets *Secrets, width int) (line, underline string) {
	whole := f.LineSpan(number)
	if whole.Start == 0 && bytes.HasPrefix(f.Data, []byte("\uFEFF")) {
		whole.Start += len("\uFEFF")
	}
	if len(bytes.TrimSpace(f.Bytes(whole))) == 0 {
		return "", ""
	}
	start := max(whole.Start, min(span.Start, whole.End))
	end := max(start, min(span.End, whole.End))
	near := nearby(f.Data, whole, start, end, width*bytesPerColumn)
	text := f.Text(near)
	cells := cellsOf(text, secrets.hidden(text), start-near.Start, end-near.Start)
	return fit(cells, width, near.Start > whole.Start, near.End < whole.End)
}

// nearby returns the part of a line from reach bytes before the span to reach bytes after its start.
func nearby(data []byte, line source.Span, start, end, reach int) source.Span {
	from, to := max(line.Start, start-reach), min(line.End, max(start, min(end, start+reach))+reach)
	for from > line.Start && from < start && !utf8.RuneStart(data[from]) {
		from++
	}
	for to < line.End && !utf8.RuneStart(data[to]) {
		to++
	}
	return source.Span{Start: from, End: to}
}

// cellsOf splits text into cells, those of hidden bytes struck out; at least one of them is inside the
// span, a blank one past the end if need be.
func cellsOf(text string, hidden []bool, start, end int) []cell {
	var cells []cell
	marked := false
	at := 0
	for g := displaywidth.StringGraphemes(text); g.Next(); {
		next := at + len(g.Value())
		c := cell{text: printable(g.Value())}
		if hidden != nil && hidden[at] {
			c.text = struckOut
		}
		c.width = displaywidth.String(c.text)
		c.inside = at < end && next > start || start == end && at <= start && start < next
		marked = marked || c.inside
		cells = append(cells, c)
		at = next
	}
	if !marked {
		cells = append(cells, cell{text: " ", width: 1, inside: true})
	}
	return cells
}

// fit prints the cells that find room in a width, those of the span first, then as many on both
// sides of it.
func fit(cells []cell, width int, cutLeft, cutRight bool) (line, underline string) {
	from := 0
	for !cells[from].inside {
		from++
	}
	to, used := from, 0
	total := 0
	for _, c := range cells {
		total += c.width
	}
	if total > width || cutLeft || cutRight {
		width = max(1, width-2*displaywidth.String(ellipsis))
	}
	room := func(c cell) bool { return used+c.width <= width }
	for to < len(cells) && cells[to].inside && (room(cells[to]) || to == from) {
		used += cells[to].width
		to++
	}
	for grown := true; grown; {
		grown = false
		if to < len(cells) && room(cells[to]) {
			used, to, grown = used+cells[to].width, to+1, true
		}
		if from > 0 && room(cells[from-1]) {
			used, from, grown = used+cells[from-1].width, from-1, true
		}
	}
	var l, u strings.Builder
	if from > 0 || cutLeft {
		l.WriteString(ellipsis)
		u.WriteByte(' ')
	}
	for _, c := range cells[from:to] {
		l.WriteString(c.text)
		mark := " "
		if c.inside {
			mark = "^"
		}
		u.WriteString(strings.Repeat(mark, c.width))
	}
	if to < len(cells) || cutRight {
		l.WriteString(ellipsis)
	}
	underline = strings.TrimRight(u.String(), " ")
	if strings.TrimSpace(underline) == "" {
		underline = u.String() + "^" // the span is of characters without a width
	}
	return l.String(), underline
}
