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
	for i := 0; ; i++ {
		list, bad := calls(page)
		if bad == nil {
			bad = balance(list, of)
		}
		if bad == nil {
			return unwrap(page, list, of, func(c call, text string) {
				messages = append(messages, message(original, edits.original(c.start), text, c.name))
			}), messages
		}
		if bad.call.start < 0 {
			return page, messages // not a matter of shortcodes: Hugo will name it
		}
		if bytes.HasPrefix(page[bad.call.start+3:], []byte("/*")) {
			bad.call.end = bad.call.start + 3 // Hugo's own way of writing it has failed
		}
		if i == patience {
			return slices.Concat(page[:bad.call.start], allAsText(page[bad.call.start:])), messages
		}
		text := bad.text + ": shown as text"
		messages = append(messages, message(original, edits.original(bad.call.start), text, bad.call.name))
		fixed := asText(page, bad.call)
		edits.add(bad.call.start, len(fixed)-len(page))
		page = fixed
	}
}

// edits maps offsets of a changed page back to the author's.
type edits []edit

type edit struct{ at, added int }

func (e *edits) add(at, added int) {
	for i := range *e {
		if (*e)[i].at > at {
			(*e)[i].at += added
		}
	}
	*e = append(*e, edit{at, added})
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

// asText has a tag shown as it was typed. Hugo's own way to write this needs the closing braces;
// without them the opening ones are written as an entity.
func asText(page []byte, c call) []byte {
	tag := page[c.start:c.end]
	var text []byte
	if len(tag) >= 6 {
		text = slices.Concat(tag[:3], []byte("/*"), tag[3:len(tag)-3], []byte("*/"), tag[len(tag)-3:])
	} else {
		text = allAsText(tag)
	}
	return slices.Concat(page[:c.start], text, page[c.end:])
}

// allAsText is for pages that are beyond repair tag by tag.
func allAsText(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("{{<"), []byte("&#123;&#123;<"))
	return bytes.ReplaceAll(text, []byte("{{%"), []byte("&#123;&#123;%"))
}

// unwrap takes away the tags of pairs that have no template. What their arguments say to a reader
// stays as a bold line.
func unwrap(page []byte, list []call, of lookup, note func(c call, text string)) []byte {
	var b bytes.Buffer
	done := 0
	for _, c := range list {
		if known, _ := of(c.name); known || c.inline {
			continue
		}
		b.Write(page[done:c.start])
		if !c.closing {
			note(c, fmt.Sprintf("there is no shortcode %q here: only its content is shown", c.name))
			b.WriteString(heading(c.params))
		}
		b.WriteString(strings.Repeat("\n", bytes.Count(page[c.start:c.end], []byte("\n"))))
		done = c.end
	}
	if done == 0 {
		return page
	}
	b.Write(page[done:])
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
