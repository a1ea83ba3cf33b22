package page

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"worklog/generator/internal/source"
)

// newInlineParser returns a parser that takes any text for one paragraph, with the inline
// extensions that Hugo switches on by default.
func newInlineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999),
		)...),
	)
}

// Inline returns what a span of the page says, read as the inside of one paragraph or table cell.
func (pg *Page) Inline(s source.Span) []Run {
	if s.Empty() {
		return nil
	}
	if runs, ok := quickInline(pg.words[s.Start:s.End], s); ok {
		return runs
	}
	return pg.fullInline(pg.text[s.Start:s.End:s.End], s)
}

// fullInline has goldmark read the span.
func (pg *Page) fullInline(src []byte, s source.Span) []Run {
	opts := []parser.ParseOption{}
	if len(pg.references) > 0 {
		opts = append(opts, parser.WithContext(pg.referencesIn(src)))
	}
	doc := pg.parser.inline.Parse(text.NewReader(src), opts...)
	f := flattener{src: src, base: s.Start}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if len(f.runs) > 0 { // between the paragraphs of an HTML cell
			f.runs = append(f.runs, Run{Kind: Break, Span: f.span(f.at, f.at)})
		}
		f.children(n, 0, nil)
	}
	return f.runs
}

// referencesIn returns a context with the definitions of the labels that a text holds.
func (pg *Page) referencesIn(src []byte) parser.Context {
	pc := parser.NewContext()
	for rest := src; ; {
		open := bytes.IndexByte(rest, '[')
		if open < 0 {
			return pc
		}
		rest = rest[open+1:]
		if end := bytes.IndexAny(rest, "[]"); end >= 0 && rest[end] == ']' {
			if r, ok := pg.references[util.ToLinkReference(rest[:end])]; ok {
				pc.AddReference(r)
			}
		}
	}
}

// Words returns the words of runs without markup, breaks as spaces.
func Words(runs []Run) string {
	if len(runs) == 1 && runs[0].Kind == Text {
		return strings.TrimSpace(runs[0].Text)
	}
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case Text, Image:
			b.WriteString(r.Text)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// flattener turns goldmark's tree into runs.
type flattener struct {
	src  []byte
	base int // offset of src in the file
	runs []Run
	html []htmlMark // open HTML styles and links
	at   int        // how far in src the runs have come: where to look for a URL
}

func (f *flattener) children(n ast.Node, style Style, link *Link) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		f.node(c, style, link)
	}
}

func (f *flattener) node(n ast.Node, style Style, link *Link) {
	switch n := n.(type) {
	case *ast.Text:
		f.text(n, style, link)
	case *ast.String:
		f.add(Run{Text: string(n.Value), Span: f.span(f.at, f.at)}, style, link)
	case *ast.CodeSpan:
		f.code(n, style, link)
	case *ast.Emphasis:
		if n.Level == 2 {
			style |= Bold
		} else {
			style |= Italic
		}
		f.children(n, style, link)
	case *east.Strikethrough:
		f.children(n, style|Strike, link)
	case *ast.Link:
		f.link(n, style)
	case *ast.Image:
		f.image(n, style)
	case *ast.AutoLink:
		f.autoLink(n, style)
	case *ast.RawHTML:
		if n.Segments.Len() > 0 {
			start, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
			f.at = end
			f.rawHTML(f.span(start, end), string(f.src[start:end]), style, link)
		}
	default:
		f.children(n, style, link)
	}
}

func (f *flattener) text(n *ast.Text, style Style, link *Link) {
	s := n.Segment
	raw := s.Value(f.src)
	f.at = s.Stop
	if !n.IsRaw() {
		raw = resolve(raw)
	}
	f.add(Run{Text: string(raw), Span: f.span(s.Start, s.Stop)}, style, link)
	if n.SoftLineBreak() || n.HardLineBreak() {
		f.add(Run{Text: " ", Span: f.span(s.Stop, s.Stop)}, style, link)
	}
}

// resolve replaces escapes and entities by what they stand for.
func resolve(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') >= 0 {
		raw = util.UnescapePunctuations(raw)
	}
	if bytes.IndexByte(raw, '&') >= 0 {
		raw = util.ResolveEntityNames(util.ResolveNumericReferences(raw))
	}
	return raw
}

func (f *flattener) code(n *ast.CodeSpan, style Style, link *Link) {
	var b strings.Builder
	from, to := -1, -1
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(f.src))
			if from < 0 {
				from = t.Segment.Start
			}
			to = t.Segment.Stop
		}
	}
	if from < 0 {
		return
	}
	f.at = to
	// In a table the backslash before a pipe is the table's, not the code's.
	f.add(Run{Text: strings.ReplaceAll(b.String(), `\|`, "|"), Span: f.span(from, to)}, style|Code, link)
}

func (f *flattener) link(n *ast.Link, style Style) {
	start := max(n.Pos(), 0)
	link := &Link{URL: string(n.Destination), Title: string(n.Title)}
	f.at = max(f.at, start)
	first := len(f.runs)
	f.children(n, style, link)
	end := f.closeLink(n.Destination, link)
	link.Span = f.span(start, end)
	if link.URLAt.Empty() {
		link.URLAt = link.Span
	}
	if len(f.runs) == first {
		f.runs = append(f.runs, Run{Text: link.URL, Span: link.Span, Style: style, Link: link})
	}
}

// closeLink moves past the part of a link or image that follows its text, "](URL)" or "][label]",
// and finds the URL in it.
func (f *flattener) closeLink(destination []byte, link *Link) (end int) {
	rest := f.src[f.at:]
	closing := bytes.IndexByte(rest, ']')
	if closing < 0 {
		return f.at
	}
	f.at += closing + 1
	rest = f.src[f.at:]
	switch {
	case len(rest) > 0 && rest[0] == '(':
		if i := bytes.Index(rest, destination); i >= 0 && len(destination) > 0 {
			link.URLAt = f.span(f.at+i, f.at+i+len(destination))
			f.at += i + len(destination)
			rest = f.src[f.at:]
		}
		if i := bytes.IndexByte(rest, ')'); i >= 0 {
			f.at += i + 1
		}
	case len(rest) > 0 && rest[0] == '[':
		if i := bytes.IndexByte(rest, ']'); i >= 0 {
			f.at += i + 1
		}
	}
	return f.at
}

func (f *flattener) image(n *ast.Image, style Style) {
	start := max(n.Pos(), 0)
	inner := flattener{src: f.src, base: f.base, at: max(f.at, start)}
	inner.children(n, 0, nil)
	f.at = inner.at
	link := &Link{URL: string(n.Destination), Title: string(n.Title)}
	end := f.closeLink(n.Destination, link)
	link.Span = f.span(start, end)
	if link.URLAt.Empty() {
		link.URLAt = link.Span
	}
	f.runs = append(f.runs, Run{Kind: Image, Text: Words(inner.runs), Span: link.Span, Style: style, Link: link})
}

func (f *flattener) autoLink(n *ast.AutoLink, style Style) {
	label := n.Label(f.src)
	url := string(n.URL(f.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
		url = "mailto:" + url
	}
	start, end := f.at, f.at
	if i := bytes.Index(f.src[f.at:], label); i >= 0 {
		start, end = f.at+i, f.at+i+len(label)
	}
	link := &Link{URL: url, URLAt: f.span(start, end), Span: f.span(start, end), Auto: true}
	if start > 0 && end < len(f.src) && f.src[start-1] == '<' && f.src[end] == '>' {
		link.Span = f.span(start-1, end+1)
		end++
	}
	f.at = end
	f.add(Run{Text: string(label), Span: link.URLAt}, style, link)
}

// add appends a run with the Markdown styles and the HTML styles around it.
func (f *flattener) add(r Run, style Style, link *Link) {
	if r.Text == "" && r.Kind == Text {
		return
	}
	for _, m := range f.html {
		style |= m.style
		if m.link != nil && link == nil {
			link = m.link
		}
	}
	r.Style |= style
	r.Link = link
	f.runs = append(f.runs, r)
}

func (f *flattener) span(start, end int) source.Span {
	return source.Span{Start: f.base + start, End: f.base + end}
}
