package site

import (
	"bytes"

	"github.com/gohugoio/hugo/parser/pageparser"
)

// lookup says what the templates make of a shortcode's name.
type lookup func(name string) known

// known is what there is to know of a shortcode before it is rendered.
type known struct {
	ok       bool // there is a template
	inner    bool // it takes content: it must be closed, as any other must not be
	html     bool // it is ours and gives HTML, so that it renders the Markdown inside by itself
	setAside bool // there was a template, which fails: the author has been told
}

// call is one shortcode tag of a page: {{< name … >}}, {{% /name %}} or {{< name … />}}.
type call struct {
	start, end int // offsets of the braces, the closing ones included
	slash      int // offset of the slash of a closing or self-closing tag
	name       string
	closing    bool
	selfClosed bool
	inline     bool // an inline shortcode carries its template with it
	params     []param
}

// param is one argument; key is empty for a positional one.
type param struct{ key, value string }

// fault is why Hugo would refuse a page, and the tag to blame.
type fault struct {
	call call
	kind kind
	text string
}

// calls lists the tags of a page in order and, apart from them, those that Hugo cannot read. Each of
// those costs one of the budget. Where that is spent, the last fault spoils the rest of the page.
func calls(page []byte, budget *int) (list []call, unreadable []fault) {
	for text := page; ; *budget-- {
		items, err := pageparser.ParseBytes(text, pageparser.Config{})
		if err != nil {
			return nil, []fault{{call{start: -1}, malformed, err.Error()}}
		}
		list, bad := read(items, text)
		if bad == nil {
			return list, unreadable
		}
		unreadable = append(unreadable, *bad)
		if *budget <= 0 || bad.call.start < 0 {
			return list, unreadable
		}
		if len(unreadable) == 1 {
			text = bytes.Clone(page)
		}
		// Hugo stops here: it goes on as if the tag were not there, since a closing tag needs what
		// came before.
		for i := bad.call.start; i < bad.call.end; i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
	}
}

// read goes through what Hugo's lexer found, up to the first tag that it could not read.
func read(items pageparser.Items, page []byte) (list []call, bad *fault) {
	var open *call
	for i, it := range items {
		switch {
		case it.IsError():
			return list, &fault{broken(page, it.Pos()), malformed, it.Err.Error()}
		case it.IsLeftShortcodeDelim():
			open = &call{start: it.Pos()}
		case open == nil:
		case it.IsShortcodeClose():
			open.closing = open.name == ""
			open.selfClosed = !open.closing
			open.slash = it.Pos()
		case it.IsShortcodeName(), it.IsInlineShortcodeName():
			open.name, open.inline = it.ValStr(page), it.IsInlineShortcodeName()
		case it.IsShortcodeParam():
			if i+1 < len(items) && items[i+1].IsShortcodeParamVal() {
				open.params = append(open.params, param{it.ValStr(page), items[i+1].ValStr(page)})
			} else {
				open.params = append(open.params, param{"", it.ValStr(page)})
			}
		case it.IsRightShortcodeDelim():
			open.end = it.Pos() + len(it.Val(page))
			list = append(list, *open)
			open = nil
		}
	}
	return list, nil
}

// broken gives the tag around an offset, which Hugo could not read: its end is its own closing
// braces where they come before the next tag, else just its opening ones.
func broken(page []byte, offset int) call {
	from := min(offset+3, len(page))
	start := max(bytes.LastIndex(page[:from], []byte("{{<")), bytes.LastIndex(page[:from], []byte("{{%")))
	if start < 0 {
		return call{start: -1}
	}
	rest := page[start+3:]
	if bytes.HasPrefix(rest, []byte("/*")) {
		return call{start: start, end: start + 3} // Hugo's own way of showing a tag has failed
	}
	if next := nextTag(rest); next >= 0 {
		rest = rest[:next]
	}
	right := []byte(">}}")
	if page[start+2] == '%' {
		right = []byte("%}}")
	}
	if i := bytes.Index(rest, right); i >= 0 {
		return call{start: start, end: start + 3 + i + len(right)}
	}
	return call{start: start, end: start + 3}
}

func nextTag(text []byte) int {
	a, b := bytes.Index(text, []byte("{{<")), bytes.Index(text, []byte("{{%"))
	if a < 0 || b >= 0 && b < a {
		return b
	}
	return a
}

// hasTag is the cheap question that most pages answer with no.
func hasTag(page []byte) bool { return nextTag(page) >= 0 }
