package page

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"
	"unsafe"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"worklog/generator/internal/source"
)

// MaxSize is the size in bytes above which a page is passed on unread: no author types so much,
// and Markdown's worst cases grow faster than the file.
const MaxSize = 16 << 20

// Parser reads pages. It may be used by several goroutines at once.
type Parser struct {
	blocks parser.Parser // the structure of a page
	inline parser.Parser // the inside of a cell or heading
}

// NewParser returns a parser that sees blocks and tables as Hugo's goldmark does.
func NewParser() *Parser {
	paragraphs := append(parser.DefaultParagraphTransformers(), util.Prioritized(paragraphReader{extension.NewTableParagraphTransformer()}, 200))
	return &Parser{
		blocks: parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithParagraphTransformers(paragraphs...),
		),
		inline: newInlineParser(),
	}
}

// Parse reads a page. It never fails: what cannot be read is left out and noted in Flaws or in the
// front matter's Err.
func (p *Parser) Parse(f *source.File) *Page {
	pg := &Page{File: f, parser: p}
	data := pg.normalise()
	pg.FrontMatter, pg.Body = parseFrontMatter(data)
	if len(data) > MaxSize {
		pg.flaw(PageTooLarge, source.Span{}, "")
		return pg
	}
	body := data[pg.Body.Start:]
	if !mayHoldStructure(body) {
		return pg
	}
	var found paragraphs
	pc := parser.NewContext()
	pc.Set(paragraphsKey, &found)
	doc := p.blocks.Parse(text.NewReader(body), parser.WithContext(pc))
	for _, r := range pc.References() {
		if pg.references == nil {
			pg.references = map[string]parser.Reference{}
		}
		label := util.ToLinkReference(r.Label())
		if _, twice := pg.references[label]; !twice {
			pg.references[label] = r
		}
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		pg.collect(n)
	}
	for _, t := range found.tables {
		pg.Tables = append(pg.Tables, t.table(data, pg.Body.Start))
	}
	for _, lines := range found.plain {
		pg.collectParagraph(lines)
	}
	slices.SortStableFunc(pg.Tables, func(a, b *Table) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(pg.Headings, func(a, b Heading) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	pg.dropInsideHTML()
	return pg
}

// normalise returns the file's bytes with what Markdown cannot bear replaced by as many bytes, so
// that spans hold in both.
func (pg *Page) normalise() []byte {
	data := pg.File.Data
	if !utf8.Valid(data) {
		at := 0
		for at < len(data) {
			r, n := utf8.DecodeRune(data[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		pg.flaw(InvalidUTF8, source.Span{Start: at, End: at + 1}, "")
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		pg.flaw(NULByte, source.Span{Start: at, End: at + 1}, "")
	}
	if at := loneCR(data, 0); at >= 0 {
		pg.flaw(LoneCR, source.Span{Start: at, End: at + 1}, "")
		data = bytes.Clone(data)
		for ; at >= 0; at = loneCR(data, at+1) {
			data[at] = '\n'
		}
	}
	pg.text = data
	// The bytes of a file never change, so its strings can share them.
	pg.words = unsafe.String(unsafe.SliceData(data), len(data))
	return data
}

// loneCR returns the offset of the first carriage return from an offset on behind which a line goes
// on without a line feed, or -1.
func loneCR(data []byte, from int) int {
	for from < len(data) {
		i := bytes.IndexByte(data[from:], '\r')
		if i < 0 {
			return -1
		}
		from += i
		if from+1 < len(data) && data[from+1] != '\n' {
			return from
		}
		from += 2
	}
	return -1
}

// mayHoldStructure reports whether a body can hold a table or a heading at all; a page of plain
// prose is spared the Markdown parser.
func mayHoldStructure(body []byte) bool {
	return bytes.IndexByte(body, '|') >= 0 || bytes.IndexByte(body, '#') >= 0 ||
		bytes.Contains(body, []byte("**")) || bytes.Contains(body, []byte("__")) ||
		bytes.Contains(body, []byte("\n==")) || bytes.Contains(body, []byte("\n--")) ||
		bytes.IndexByte(body, '<') >= 0
}

func (pg *Page) flaw(k FlawKind, s source.Span, note string) {
	pg.Flaws = append(pg.Flaws, Flaw{Kind: k, Span: s, Note: note})
}

// collect takes headings, HTML tables and the heads of tables that failed out of a block.
func (pg *Page) collect(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		if n.Lines().Len() > 0 {
			pg.addHeading(n.Level, segmentSpan(n.Lines().At(0), pg.Body.Start))
			if h := &pg.Headings[len(pg.Headings)-1]; n.Lines().Len() == 1 {
				h.Marks = marks(pg.text, h.Span)
			}
		}
	case *ast.HTMLBlock:
		if lines := n.Lines(); lines.Len() > 0 {
			block := segmentSpan(lines.At(0), pg.Body.Start)
			block.End = segmentSpan(lines.At(lines.Len()-1), pg.Body.Start).End
			pg.collectHTML(block)
		}
	case *ast.Blockquote, *ast.List, *ast.ListItem:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			pg.collect(c)
		}
	}
}

// collectParagraph looks for a line that is all bold, and for a table whose delimiter line does not
// fit its header.
func (pg *Page) collectParagraph(lines []text.Segment) {
	base := pg.Body.Start
	if len(lines) == 1 {
		if s := trim(pg.text, segmentSpan(lines[0], base)); isBold(pg.text[s.Start:s.End]) {
			pg.addHeading(0, s)
		}
	}
	for i := 1; i < len(lines); i++ {
		header, delimiter := segmentSpan(lines[i-1], base), segmentSpan(lines[i], base)
		if note, ok := unmatchedHeader(pg.text, header, delimiter); ok {
			pg.flaw(UnmatchedHeader, trim(pg.text, delimiter), note)
		}
	}
}

// dropInsideHTML forgets what Markdown found inside an HTML table: it belongs to a cell.
func (pg *Page) dropInsideHTML() {
	for _, t := range slices.Clone(pg.Tables) {
		if !t.HTML {
			continue
		}
		pg.Tables = slices.DeleteFunc(pg.Tables, func(o *Table) bool { return o != t && t.Span.Contains(o.Span) })
		pg.Headings = slices.DeleteFunc(pg.Headings, func(h Heading) bool { return t.Span.Contains(h.Span) })
	}
}

// marks finds what makes a heading of a text: the run of # before it, else the line below it.
func marks(data []byte, s source.Span) source.Span {
	end := s.Start
	for end > 0 && (data[end-1] == ' ' || data[end-1] == '\t') {
		end--
	}
	start := end
	for start > 0 && data[start-1] == '#' {
		start--
	}
	if start < end {
		return source.Span{Start: start, End: end}
	}
	i := bytes.IndexByte(data[s.End:], '\n')
	if i < 0 {
		return source.Span{}
	}
	start = s.End + i + 1
	for start < len(data) && data[start] != '=' && data[start] != '-' && data[start] != '\n' {
		start++
	}
	end = start
	for end < len(data) && (data[end] == '=' || data[end] == '-') {
		end++
	}
	return source.Span{Start: start, End: end}
}

func (pg *Page) addHeading(level int, s source.Span) {
	s = trim(pg.text, s)
	pg.Headings = append(pg.Headings, Heading{Level: level, Span: s, Text: Words(pg.Inline(s))})
}

// isBold reports whether a line is one bold stretch, perhaps with a colon after it.
func isBold(line []byte) bool {
	line = bytes.TrimRight(line, ": ")
	for _, mark := range [][]byte{[]byte("**"), []byte("__")} {
		if len(line) > 4 && bytes.HasPrefix(line, mark) && bytes.HasSuffix(line, mark) &&
			!bytes.Contains(line[2:len(line)-2], mark) {
			return true
		}
	}
	return false
}

// segmentSpan is a segment of the body as a span of the file; base is where the body begins.
func segmentSpan(s text.Segment, base int) source.Span {
	return source.Span{Start: base + s.Start, End: base + s.Stop}
}

// trim takes white space off both ends of a span.
func trim(data []byte, s source.Span) source.Span {
	for s.Start < s.End && isSpace(data[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && isSpace(data[s.End-1]) {
		s.End--
	}
	return s
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
