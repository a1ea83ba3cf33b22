package site

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// patience is how many tags of one page are looked at singly before all of them become text.
const patience = 200

// repair gives a page that Hugo accepts: tags that are malformed or that have no template are shown
// as the author typed them, and where such a pair has content, the content takes the pair's place.
// Lines stay where they are. Faults are in the order found.
func repair(page []byte, of lookup) ([]byte, []Message) {
	if !hasTag(page) {
		return page, nil
	}
	var (
		messages []Message
		edits    edits
		original = page
	)
	note := func(c call, text string) {
		messages = append(messages, message(original, edits.original(c.start), text, c.name))
	}
	for i := 0; ; i++ {
		list, bad := calls(page)
		if bad == nil {
			bad = balance(list, of)
		}
		if bad == nil {
			unwrapped := false
			for _, c := range slices.Backward(list) { // from the end, so that offsets stay right
				if known, _ := of(c.name); known || c.inline {
					continue
				}
				if !c.closing {
					note(c, fmt.Sprintf("there is no shortcode %q here: only its content is shown", c.name))
				}
				page = edits.splice(page, c, content(page, c))
				unwrapped = true
			}
			if !unwrapped {
				return page, messages
			}
			continue // what is left may form a tag again: {{{{< a >}}< b >}}
		}
		if bad.call.start < 0 {
			return page, messages // not a matter of shortcodes: Hugo will name it
		}
		if bytes.HasPrefix(page[bad.call.start+3:], []byte("/*")) {
			bad.call.end = bad.call.start + 3 // Hugo's own way of writing it has failed
		}
		if i >= patience {
			return slices.Concat(page[:bad.call.start], allAsText(page[bad.call.start:])), messages
		}
		note(bad.call, bad.text+": shown as text")
		page = edits.splice(page, bad.call, asText(page, bad.call))
	}
}

// edits maps offsets of a changed page back to the author's.
type edits []edit

type edit struct{ at, added int }

// splice puts text in the place of a tag.
func (e *edits) splice(page []byte, c call, text []byte) []byte {
	added := len(text) - (c.end - c.start)
	for i := range *e {
		if (*e)[i].at > c.start {
			(*e)[i].at += added
		}
	}
	*e = append(*e, edit{c.start, added})
	return slices.Concat(page[:c.start], text, page[c.end:])
}

func (e edits) original(offset int) int {
	before := offset
	for _, one := range e {
		if one.at < offset {
			before -= one.added
		}
	}
	return before
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

// message points at an offset of a page.
func message(page []byte, offset int, text, setAside string) Message {
	offset = max(0, min(offset, len(page)))
	start := bytes.LastIndexByte(page[:offset], '\n') + 1
	return Message{
		Line:     1 + bytes.Count(page[:offset], []byte("\n")),
		Column:   1 + utf8.RuneCount(page[start:offset]),
		Text:     text,
		SetAside: setAside,
	}
}
