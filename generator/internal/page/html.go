package page

import (
	"strings"

	"golang.org/x/net/html"

	"worklog/generator/internal/source"
)

// htmlMark is an HTML style or link that is open.
type htmlMark struct {
	tag   string
	style Style
	link  *Link
}

// styleTag returns the style that an HTML tag stands for.
func styleTag(name string) (Style, bool) {
	switch name {
	case "b", "strong":
		return Bold, true
	case "i", "em":
		return Italic, true
	case "code", "tt", "samp":
		return Code, true
	case "s", "del", "strike":
		return Strike, true
	case "u", "ins":
		return Underline, true
	case "mark":
		return Mark, true
	case "small":
		return Small, true
	case "sub":
		return Subscript, true
	case "sup":
		return Superscript, true
	case "kbd":
		return Keyboard, true
	}
	return 0, false
}

// rawHTML reads an inline tag. Tags that only lay out are left out, and tags that no browser knows
// (<schedule>) are what the author wants to be read.
func (f *flattener) rawHTML(s source.Span, raw string, style Style, link *Link) {
	if isBreak(raw) {
		f.runs = append(f.runs, Run{Kind: Break, Span: s})
		return
	}
	z := html.NewTokenizer(strings.NewReader(raw))
	kind := z.Next()
	token := z.Token()
	name := token.Data
	st, isStyle := styleTag(name)
	switch {
	case kind == html.CommentToken || kind == html.DoctypeToken:
	case isStyle:
		f.mark(kind, htmlMark{tag: name, style: st})
	case name == "a":
		url := attribute(token, "href")
		f.mark(kind, htmlMark{tag: name, link: &Link{URL: url, Span: s, URLAt: f.within(s, raw, url)}})
	case name == "img":
		url := attribute(token, "src")
		image := &Link{URL: url, Title: attribute(token, "title"), Span: s, URLAt: f.within(s, raw, url)}
		f.runs = append(f.runs, Run{Kind: Image, Text: attribute(token, "alt"), Span: s, Link: image})
	case name == "ul" || name == "ol" || name == "li" || name == "p" || name == "div":
		k := Open
		if kind == html.EndTagToken {
			k = Close
		}
		f.runs = append(f.runs, Run{Kind: k, Text: name, Span: s})
	case name == "span" || name == "font" || name == "center" || name == "wbr":
	default:
		f.add(Run{Text: raw, Span: s}, style, link)
	}
}

// isBreak spares the commonest tag, in its three spellings, the tokenizer.
func isBreak(raw string) bool {
	return len(raw) >= 4 && strings.EqualFold(raw[:3], "<br") && (raw[3] == '>' || raw[3] == '/' || raw[3] == ' ')
}

func (f *flattener) mark(kind html.TokenType, m htmlMark) {
	switch kind {
	case html.StartTagToken:
		f.html = append(f.html, m)
	case html.EndTagToken:
		for i := len(f.html) - 1; i >= 0; i-- {
			if f.html[i].tag == m.tag {
				f.html = append(f.html[:i:i], f.html[i+1:]...)
				return
			}
		}
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// within returns where a value stands in the text of a tag, or the whole tag.
func (f *flattener) within(s source.Span, raw, value string) source.Span {
	if i := strings.Index(raw, value); i >= 0 && value != "" {
		return s.Sub(i, i+len(value))
	}
	return s
}
