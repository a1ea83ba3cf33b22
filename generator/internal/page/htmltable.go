package page

import (
	"bytes"

	"golang.org/x/net/html"

	"worklog/generator/internal/source"
)

// collectHTML reads the HTML tables from an HTML block on. A table ends at its end tag, not at the
// blank line at which Markdown ends the block: authors leave blank lines between rows.
func (pg *Page) collectHTML(start int) {
	if n := len(pg.Tables); n > 0 && start < pg.Tables[n-1].Span.End {
		return
	}
	b := htmlTable{offset: start}
	z := html.NewTokenizer(bytes.NewReader(pg.text[start:]))
	for depth := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		at := source.Span{Start: b.offset, End: b.offset + len(z.Raw())}
		b.offset = at.End
		name, _ := z.TagName()
		if string(name) == "table" {
			switch kind {
			case html.StartTagToken:
				depth++
				b.table.Span.Start = at.Start
			case html.EndTagToken:
				depth--
			}
			if depth > 1 {
				return // a table within a table is layout
			}
			if depth == 0 {
				b.table.Span.End = at.End
				pg.addHTMLTable(&b)
				return
			}
			continue
		}
		if depth == 0 && b.pastFirstBlock(kind, pg.text[at.Start:at.End]) {
			return
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

// pastFirstBlock reports whether a text before any table holds a blank line: the block ends there.
func (b *htmlTable) pastFirstBlock(kind html.TokenType, raw []byte) bool {
	return kind == html.TextToken && (bytes.Contains(raw, []byte("\n\n")) || bytes.Contains(raw, []byte("\n\r\n")))
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
