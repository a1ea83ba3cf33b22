package page

import (
	"bytes"

	"golang.org/x/net/html"

	"worklog/generator/internal/source"
)

// collectHTML reads the HTML tables that begin in an HTML block. A table ends at its end tag, not at
// the blank line at which Markdown ends the block: authors leave blank lines between rows.
func (pg *Page) collectHTML(block source.Span) {
	for !pg.unclosed {
		if n := len(pg.Tables); n > 0 {
			block.Start = max(block.Start, pg.Tables[n-1].Span.End)
		}
		if block.Empty() {
			return
		}
		i := bytes.Index(bytes.ToLower(pg.text[block.Start:block.End]), []byte("<table"))
		if i < 0 {
			return
		}
		end := pg.readHTMLTable(block.Start + i)
		if end < 0 { // no later table can end either
			pg.unclosed = true
			return
		}
		block.Start = end
		if i := bytes.IndexByte(pg.text[end:], '\n'); i >= 0 { // another may follow on the same line
			block.End = max(block.End, end+i)
		}
	}
}

// readHTMLTable reads the table whose start tag stands at an offset and returns where it ends, or -1
// where it does not.
func (pg *Page) readHTMLTable(start int) (end int) {
	b := htmlTable{offset: start}
	z := html.NewTokenizer(bytes.NewReader(pg.text[start:]))
	nested := false
	for depth := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return -1
		}
		at := source.Span{Start: b.offset, End: b.offset + len(z.Raw())}
		b.offset = at.End
		name, _ := z.TagName()
		if string(name) == "table" {
			switch kind {
			case html.StartTagToken:
				depth++
				nested = nested || depth > 1
			case html.EndTagToken:
				depth--
			}
			if depth <= 0 {
				if !nested { // a table within a table is layout
					b.table.Span = source.Span{Start: start, End: at.End}
					pg.addHTMLTable(&b)
				}
				return at.End
			}
			continue
		}
		if depth == 1 && (kind == html.StartTagToken || kind == html.EndTagToken) {
			b.tag(string(name), kind == html.StartTagToken, at)
		}
	}
}

// htmlTable is a table being read.
type htmlTable struct {
	table  Table
	offset int
	row    *Row
	cell   int // where the open cell's content begins; 0 where none is open
	rows   []Row
}

func (b *htmlTable) tag(name string, start bool, at source.Span) {
	switch name {
	case "tr", "thead", "tbody", "tfoot":
		b.endCell(at.Start)
		b.endRow(at.Start)
		if name == "tr" && start {
			b.row = &Row{Span: source.Span{Start: at.Start}}
		}
	case "td", "th":
		b.endCell(at.Start)
		if start && b.row != nil {
			b.cell = at.End
		}
	}
}

func (b *htmlTable) endCell(end int) {
	if b.cell > 0 && b.row != nil {
		b.row.Cells = append(b.row.Cells, Cell{Span: source.Span{Start: b.cell, End: end}})
	}
	b.cell = 0
}

func (b *htmlTable) endRow(end int) {
	if b.row != nil && len(b.row.Cells) > 0 {
		b.row.Span.End = end
		b.rows = append(b.rows, *b.row)
	}
	b.row = nil
}

func (pg *Page) addHTMLTable(b *htmlTable) {
	b.endCell(b.table.Span.End)
	b.endRow(b.table.Span.End)
	if len(b.rows) < 2 {
		return
	}
	for i := range b.rows {
		for j := range b.rows[i].Cells {
			c := &b.rows[i].Cells[j]
			c.Span = trim(pg.text, c.Span)
		}
	}
	t := b.table
	t.HTML = true
	t.Header, t.Rows = b.rows[0], b.rows[1:]
	t.Align = make([]string, len(t.Header.Cells))
	for line := t.Span.Start; line < t.Span.End; {
		end := t.Span.End
		if i := bytes.IndexByte(pg.text[line:end], '\n'); i >= 0 {
			end = line + i
		}
		t.Lines = append(t.Lines, trim(pg.text, source.Span{Start: line, End: end}))
		line = end + 1
	}
	pg.Tables = append(pg.Tables, &t)
}
