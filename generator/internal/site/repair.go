package site

import (
	"bytes"
	"slices"
	"strings"
)

// patience is how many tags of one page are looked at singly where Hugo's lexer stops at each, and how
// often a page is looked at again; then all of its tags become text.
const patience = 100

// repair gives a page that Hugo accepts: tags that are malformed or that have no template are shown
// as the author typed them; where such a pair has content, the content takes the pair's place; and
// a closing tag or slash that a template has no use for goes. Lines stay where they are.
func repair(page []byte, of lookup) ([]byte, []Message) {
	if !hasTag(page) {
		return page, nil
	}
	told := notes{page: page}
	budget := patience
	for range patience {
		list, unreadable := calls(page, &budget)
		if len(unreadable) > 0 && unreadable[0].call.start < 0 {
			return page, told.messages() // not a matter of shortcodes: Hugo will name it
		}
		changes := balance(page, list, of)
		for _, f := range unreadable {
			changes = append(changes, shown(page, f.call, f.kind, f.text))
		}
		if n := len(unreadable); n > 0 && budget <= 0 {
			rest := &changes[len(changes)-1]
			rest.call.end, rest.with = len(page), allAsText(page[rest.call.start:])
		}
		if len(changes) == 0 {
			return htmlCalls(page, list, of), told.messages()
		}
		page = told.apply(page, changes)
		// What is left may form a tag again: {{{{< a >}}< b >}}
	}
	return allAsText(page), told.messages()
}

// htmlCalls has our own shortcodes called with < where the author wrote %: Hugo then leaves the
// Markdown inside to them, whose HTML no setting of Hugo's strikes out.
func htmlCalls(page []byte, list []call, of lookup) []byte {
	changed := false
	for _, c := range list {
		if page[c.start+2] != '%' || !of(c.name).html {
			continue
		}
		if !changed {
			page, changed = bytes.Clone(page), true
		}
		page[c.start+2], page[c.end-3] = '<', '>'
	}
	return page
}

// asText gives what shows a tag as it was typed. Hugo's own way to write this needs the closing
// braces; without them the opening ones are written as entities.
func asText(page []byte, c call) []byte {
	tag := page[c.start:c.end]
	if len(tag) < len("{{<>}}") {
		return allAsText(tag)
	}
	return slices.Concat(tag[:3], []byte("/*"), tag[3:len(tag)-3], []byte("*/"), tag[len(tag)-3:])
}

// allAsText is for pages that are beyond repair tag by tag.
func allAsText(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("{{<"), []byte("&#123;&#123;<"))
	return bytes.ReplaceAll(text, []byte("{{%"), []byte("&#123;&#123;%"))
}

// content gives what stays of a tag without a template that has content: what its arguments say to
// a reader, as a bold line, and as many lines as it had.
func content(page []byte, c call) []byte {
	var b bytes.Buffer
	if !c.closing {
		b.WriteString(heading(c.params))
	}
	b.Write(bytes.Repeat([]byte("\n"), bytes.Count(page[c.start:c.end], []byte("\n"))))
	return b.Bytes()
}

// heading gives the words among the arguments of a shortcode.
func heading(params []param) string {
	var words []string
	for _, p := range params {
		switch strings.ToLower(p.key) {
		case "", "title", "header", "name", "label", "caption", "summary", "text", "alt":
			if w := strings.Join(strings.Fields(p.value), " "); w != "" {
				words = append(words, w)
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	return "**" + strings.Join(words, " – ") + "**"
}
