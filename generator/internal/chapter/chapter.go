// Package chapter makes the HTML of a page fit to stand among others on one page, as the whole report
// has every week.
package chapter

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Place is where a page's content goes.
type Place struct {
	Anchor  string // of the whole chapter, without "#"
	Prefix  string // of every id in it
	Address string // of the page for which the content was rendered, "/1-worklog/1.8-week8/"
	Levels  int    // by which headings go down; one of the first level counts as one of the second
}

// Rewrite returns the content as it stands in its place: no id of it occurs in a chapter with another
// prefix, links within it stay within it, relative addresses lead where they led, and a frame, which
// paper cannot play, is a link. What the author left open or closed once too often ends with the
// chapter.
func Rewrite(content string, p Place) string {
	once := writer{Place: p}
	if once.write(content) {
		return once.out.String()
	}
	closed, err := closeElements(content)
	if err != nil { // nested more deeply than any browser follows
		closed = content
	}
	again := writer{Place: p}
	again.write(closed)
	return again.out.String()
}

// writer writes one chapter. Tags in which nothing changes go out as they came.
type writer struct {
	Place
	out        strings.Builder
	attributes []attribute
	open       []atom.Atom // elements without their end tag so far; 0 for one that HTML does not know
	framed     bool        // inside a frame that became a link
	unsound    bool        // an end tag is missing or one too many
}

// attribute is an attribute of the tag at hand; both slices last until the next tag is read.
type attribute struct{ key, value []byte }

// write writes the content and reports whether every element in it ends where it should.
func (w *writer) write(content string) bool {
	w.out.Grow(len(content) + len(content)/16)
	z := html.NewTokenizer(strings.NewReader(content))
	for {
		kind := z.Next()
		raw := content[:len(z.Raw())] // the tokenizer's own is changed where attributes are read
		content = content[len(raw):]
		switch kind {
		case html.ErrorToken:
			return !w.unsound && len(w.open) == 0
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start(z, raw)
		case html.EndTagToken:
			w.end(raw)
		default:
			if !endsItself(kind, raw) {
				w.unsound = true
			}
			if !w.framed {
				w.out.WriteString(raw)
			}
		}
	}
}

func (w *writer) start(z *html.Tokenizer, raw string) {
	name := tagName(raw[1:])
	tag := atom.Lookup([]byte(name))
	closed := strings.HasSuffix(raw, "/>")
	if !needsNoEnd(tag) && !(closed && w.inDrawing()) {
		w.open = append(w.open, tag)
	}
	name, changed := w.lower(name)
	w.attributes = w.attributes[:0]
	more := strings.IndexByte(raw, '=') > 0 // the tokenizer copies whatever it is asked for
	for more {
		var a attribute
		a.key, a.value, more = z.TagAttr()
		if v, ok := w.change(tag, a); ok {
			a.value, changed = []byte(v), true
		}
		w.attributes = append(w.attributes, a)
	}
	switch {
	case tag == atom.Iframe && w.frame():
		w.framed = true
	case changed:
		w.tag(name, closed)
	default:
		w.out.WriteString(raw)
	}
}

func (w *writer) tag(name string, closed bool) {
	w.out.WriteByte('<')
	w.out.WriteString(name)
	for _, a := range w.attributes {
		w.out.WriteByte(' ')
		w.out.Write(a.key)
		w.out.WriteString(`="`)
		w.out.WriteString(html.EscapeString(string(a.value)))
		w.out.WriteByte('"')
	}
	if closed {
		w.out.WriteByte('/')
	}
	w.out.WriteByte('>')
}

func (w *writer) end(raw string) {
	name := tagName(raw[2:])
	tag := atom.Lookup([]byte(name))
	if n := len(w.open); n > 0 && w.open[n-1] == tag {
		w.open = w.open[:n-1]
	} else if !needsNoEnd(tag) {
		w.unsound = true
	}
	if tag == atom.Iframe && w.framed {
		w.framed = false
		return
	}
	if lowered, ok := w.lower(name); ok {
		raw = "</" + lowered + ">"
	}
	w.out.WriteString(raw)
}

// inDrawing reports whether we are in SVG or MathML, where "/>" ends an element.
func (w *writer) inDrawing() bool {
	return slices.Contains(w.open, atom.Svg) || slices.Contains(w.open, atom.Math)
}

// tagName returns the name at the beginning of the rest of a tag, in small letters.
func tagName(rest string) string {
	if n := strings.IndexAny(rest, " \t\r\n\f/>"); n >= 0 {
		rest = rest[:n]
	}
	return strings.ToLower(rest)
}
