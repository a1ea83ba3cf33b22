package site

import (
	"bytes"
	"fmt"

	"github.com/gohugoio/hugo/parser/pageparser"
)

// lookup says whether there is a template for a shortcode, and whether it takes inner content: such
// a shortcode must be closed, any other must not be.
type lookup func(name string) (known, inner bool)

// call is one shortcode tag of a page: {{< name … >}}, {{% /name %}} or {{< name … />}}.
type call struct {
	start, end  int // offsets of the braces, the closing ones included
	name        string
	closing     bool
	selfClosing bool
	inline      bool // an inline shortcode carries its template with it
	params      []param
}

// param is one argument; key is empty for a positional one.
type param struct{ key, value string }

// fault is why Hugo would refuse a page, and the tag to blame.
type fault struct {
	call call
	text string
}

// calls lists the tags of a page in order. The fault is the first tag that Hugo cannot read; the
// tags after it are not listed.
func calls(page []byte) ([]call, *fault) {
	items, err := pageparser.ParseBytes(page, pageparser.Config{})
	if err != nil {
		return nil, &fault{broken(page, 0), err.Error()}
	}
	var (
		list []call
		open *call
	)
	for i, it := range items {
		switch {
		case it.IsError():
			return list, &fault{broken(page, it.Pos()), it.Err.Error()}
		case it.IsLeftShortcodeDelim():
			open = &call{start: it.Pos()}
		case open == nil:
		case it.IsShortcodeClose():
			open.closing = open.name == ""
			open.selfClosing = !open.closing
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

// balance finds the tag that Hugo would refuse once it knows the templates, nil where there is none.
// Hugo lets any closing tag end the innermost shortcode, so crossed pairs pass; but where something
// stays open, it is the names that tell which tag lacks its end.
func balance(list []call, of lookup) *fault {
	f := walk(list, of, false)
	if f != nil {
		if named := walk(list, of, true); named != nil {
			return named
		}
	}
	return f
}

func walk(list []call, of lookup, byName bool) *fault {
	var open []call
	for _, c := range list {
		known, inner := of(c.name)
		switch {
		case c.name == "":
			return &fault{c, "a shortcode needs a name"}
		case c.inline:
		case !known && !c.closing && (c.selfClosing || !closed(list, c)):
			return &fault{c, fmt.Sprintf("there is no shortcode %q here", c.name)}
		case !known: // a pair: unwrap deals with it
		case c.closing && !inner:
			return &fault{c, fmt.Sprintf("shortcode %q takes no closing tag", c.name)}
		case c.closing && len(open) == 0:
			return &fault{c, fmt.Sprintf("shortcode %q is closed but was not opened", c.name)}
		case c.closing:
			if top := open[len(open)-1]; byName && top.name != c.name {
				return unclosed(top)
			}
			open = open[:len(open)-1]
		case c.selfClosing && !inner:
			return &fault{c, fmt.Sprintf("shortcode %q takes no closing slash", c.name)}
		case inner && !c.selfClosing:
			open = append(open, c)
		}
	}
	if len(open) > 0 {
		return unclosed(open[len(open)-1])
	}
	return nil
}

func unclosed(c call) *fault {
	return &fault{c, fmt.Sprintf("shortcode %q is not closed: write {{%% /%s %%}} after its content", c.name, c.name)}
}

// closed reports whether a closing tag of the same name comes after the tag.
func closed(list []call, c call) bool {
	for _, other := range list {
		if other.start > c.start && other.closing && other.name == c.name {
			return true
		}
	}
	return false
}
