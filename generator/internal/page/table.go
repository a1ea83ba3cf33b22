package page

import (
	"bytes"
	"fmt"

	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"worklog/generator/internal/source"
)

// pipeTable is a table as goldmark found it: its lines, less the marks of the block around it.
type pipeTable struct {
	lines []text.Segment // header, delimiter, rows
	align []east.Alignment
}

// table splits the lines into cells as GFM does.
func (t pipeTable) table(data []byte, base int) *Table {
	out := &Table{Delimiter: trim(data, segmentSpan(t.lines[1], base))}
	for _, a := range t.align {
		out.Align = append(out.Align, alignName(a))
	}
	for i, line := range t.lines {
		s := trim(data, segmentSpan(line, base))
		out.Lines = append(out.Lines, s)
		switch i {
		case 0:
			out.Header = splitRow(data, s)
		case 1:
		default:
			out.Rows = append(out.Rows, splitRow(data, s))
		}
	}
	out.Span = source.Span{Start: out.Lines[0].Start, End: out.Lines[len(out.Lines)-1].End}
	return out
}

func alignName(a east.Alignment) string {
	if a == east.AlignNone {
		return ""
	}
	return a.String()
}

// splitRow splits a trimmed line at its unescaped pipes; the outer ones are optional.
func splitRow(data []byte, line source.Span) Row {
	row := Row{Span: line}
	from, to := line.Start, line.End
	if from < to && data[from] == '|' {
		from++
	}
	if from < to && data[to-1] == '|' && (to-2 < from || data[to-2] != '\\') {
		to--
	}
	for at := from; at <= to; at++ {
		if at < to && (data[at] != '|' || at > from && data[at-1] == '\\') {
			continue
		}
		row.Cells = append(row.Cells, Cell{Span: trim(data, source.Span{Start: from, End: at})})
		from = at + 1
	}
	return row
}

// unmatchedHeader tells whether two lines are meant as the head of a table but have different
// numbers of columns, which makes Markdown take the whole table for text.
func unmatchedHeader(data []byte, header, delimiter source.Span) (note string, ok bool) {
	header, delimiter = trim(data, header), trim(data, delimiter)
	d := data[delimiter.Start:delimiter.End]
	if bytes.Count(d, []byte("|")) < 2 || bytes.Count(d, []byte("-")) < 2 || len(bytes.Trim(d, "|-: \t")) > 0 {
		return "", false
	}
	h, n := splitRow(data, header), splitRow(data, delimiter)
	if len(h.Cells) < 2 || len(h.Cells) == len(n.Cells) {
		return "", false
	}
	return fmt.Sprintf("the header has %d columns, the line below it %d", len(h.Cells), len(n.Cells)), true
}
