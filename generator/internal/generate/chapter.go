package generate

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// chapter rewrites the HTML of one page to stand among others. Tags in which nothing changes go out
// as they came.
type chapter struct {
	out        strings.Builder
	anchor     string // of the whole chapter
	prefix     string // of every id in it
	address    string // of the page
	levels     int    // by which headings go down
	attributes []attribute
	open       []atom.Atom // elements without their end tag so far; 0 for one that HTML does not know
	framed     bool        // inside a frame that became a link
	unsound    bool        // an end tag is missing or one too many
}

// attribute is an attribute of the tag at hand; both slices last until the next tag is read.
type attribute struct{ key, value []byte }

// write writes the content and reports whether every element in it ends where it should.
func (c *chapter) write(content string) bool {
	c.out.Grow(len(content) + len(content)/16)
	z := html.NewTokenizer(strings.NewReader(content))
	for {
		kind := z.Next()
		raw := content[:len(z.Raw())] // the tokenizer's own is changed where attributes are read
		content = content[len(raw):]
		switch kind {
		case html.ErrorToken:
			return !c.unsound && len(c.open) == 0
		case html.StartTagToken, html.SelfClosingTagToken:
			c.start(z, raw)
		case html.EndTagToken:
			c.end(raw)
		default:
			if !endsItself(kind, raw) {
				c.unsound = true
			}
			if !c.framed {
				c.out.WriteString(raw)
			}
		}
	}
}

func (c *chapter) start(z *html.Tokenizer, raw string) {
	name := tagName(raw[1:])
	tag := atom.Lookup([]byte(name))
	closed := strings.HasSuffix(raw, "/>")
	if !needsNoEnd(tag) && !(closed && c.inDrawing()) {
		c.open = append(c.open, tag)
	}
	name, changed := c.lower(name)
	c.attributes = c.attributes[:0]
	more := strings.IndexByte(raw, '=') > 0 // the tokenizer copies whatever it is asked for
	for more {
		var a attribute
		a.key, a.value, more = z.TagAttr()
		if v, ok := c.change(tag, a); ok {
			a.value, changed = []byte(v), true
		}
		c.attributes = append(c.attributes, a)
	}
	switch {
	case tag == atom.Iframe && c.frame():
		c.framed = true
	case changed:
		c.tag(name, closed)
	default:
		c.out.WriteString(raw)
	}
}

func (c *chapter) tag(name string, closed bool) {
	c.out.WriteByte('<')
	c.out.WriteString(name)
	for _, a := range c.attributes {
		c.out.WriteByte(' ')
		c.out.Write(a.key)
		c.out.WriteString(`="`)
		c.out.WriteString(html.EscapeString(string(a.value)))
		c.out.WriteByte('"')
	}
	if closed {
		c.out.WriteByte('/')
	}
	c.out.WriteByte('>')
}

func (c *chapter) end(raw string) {
	name := tagName(raw[2:])
	tag := atom.Lookup([]byte(name))
	if n := len(c.open); n > 0 && c.open[n-1] == tag {
		c.open = c.open[:n-1]
	} else if !needsNoEnd(tag) {
		c.unsound = true
	}
	if tag == atom.Iframe && c.framed {
		c.framed = false
		return
	}
	if lowered, ok := c.lower(name); ok {
		raw = "</" + lowered + ">"
	}
	c.out.WriteString(raw)
}

// inDrawing reports whether we are in SVG or MathML, where "/>" ends an element.
func (c *chapter) inDrawing() bool {
	return slices.Contains(c.open, atom.Svg) || slices.Contains(c.open, atom.Math)
}

// tagName returns the name at the beginning of the rest of a tag, in small letters.
func tagName(rest string) string {
	if n := strings.IndexAny(rest, " \t\r\n\f/>"); n >= 0 {
		rest = rest[:n]
	}
	return strings.ToLower(rest)
}

// lower takes the name of a heading down, below the title of the chapter, and reports whether it is
// another one now.
func (c *chapter) lower(name string) (string, bool) {
	if len(name) != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '5' {
		return name, false
	}
	level := max(int(name[1]-'0'), 2) + c.levels
	return "h" + strconv.Itoa(min(level, 6)), true
}

// change returns the value that an attribute needs on the report, where that is another one.
func (c *chapter) change(tag atom.Atom, a attribute) (string, bool) {
	switch string(a.key) {
	case "id":
		return c.prefix + string(a.value), true
	case "name":
		return c.prefix + string(a.value), tag == atom.A || tag == atom.Details || tag == atom.Map
	case "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns":
		ids := strings.Fields(string(a.value))
		for i := range ids {
			ids[i] = c.prefix + ids[i]
		}
		return strings.Join(ids, " "), true
	case "href", "src", "poster", "usemap", "xlink:href", "data", "cite":
		to := c.resolve(strings.TrimSpace(string(a.value)))
		return to, to != string(a.value)
	}
	return "", false
}

// resolve returns an address in the content as the report has to give it.
func (c *chapter) resolve(u string) string {
	switch {
	case u == "" || u[0] == '/' || hasScheme(u):
		return u
	case u == "#":
		return "#" + c.anchor
	case u[0] == '#':
		return "#" + c.prefix + u[1:]
	}
	folder := c.address[:strings.LastIndexByte(c.address, '/')+1]
	for {
		if rest, ok := strings.CutPrefix(u, "../"); ok {
			parent := strings.TrimSuffix(folder, "/")
			u, folder = rest, folder[:strings.LastIndexByte(parent, '/')+1]
		} else if rest, ok := strings.CutPrefix(u, "./"); ok {
			u = rest
		} else {
			break
		}
		if folder == "" {
			folder = "/"
		}
	}
	return folder + u
}

func hasScheme(u string) bool {
	scheme, _, ok := strings.Cut(u, ":")
	return ok && !strings.ContainsAny(scheme, "/?#")
}

// frame writes a link in place of a frame, and reports whether the frame has an address.
func (c *chapter) frame() bool {
	var address, title string
	for _, a := range c.attributes {
		switch string(a.key) {
		case "src":
			address = string(a.value)
		case "title":
			title = string(a.value)
		}
	}
	if address == "" {
		return false
	}
	if video, ok := strings.CutPrefix(address, "https://www.youtube-nocookie.com/embed/"); ok {
		address = "https://youtu.be/" + video // a page of its own, and short on paper
	}
	if title == "" {
		title = address
	}
	c.out.WriteString(`<a class="framed" href="` + html.EscapeString(address) + `">` + html.EscapeString(title) + `</a>`)
	return true
}

// endsItself reports whether a text, comment or declaration ends before what follows it.
func endsItself(kind html.TokenType, raw string) bool {
	switch {
	case kind == html.TextToken:
		return !strings.HasSuffix(raw, "<") && !strings.HasSuffix(raw, "</")
	case strings.HasPrefix(raw, "<!--"):
		return strings.HasSuffix(raw, "-->")
	}
	return strings.HasSuffix(raw, ">")
}

// needsNoEnd knows the elements that have no end tag, and those that HTML ends by itself where the
// next one begins.
func needsNoEnd(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
		atom.P, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot,
		atom.Colgroup, atom.Caption, atom.Option, atom.Optgroup, atom.Rt, atom.Rp:
		return true
	}
	return false
}

// closeElements returns HTML in which every element ends, as a browser would understand it.
func closeElements(content string) (string, error) {
	nodes, err := html.ParseFragment(strings.NewReader(content), &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
