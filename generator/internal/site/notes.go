package site

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"
)

// fewOfAKind is how many faults of a kind are told for one page; the rest is only counted.
const fewOfAKind = 4

// notes are what an author is told of a page while it is changed.
type notes struct {
	page   []byte // as the author wrote it
	told   []Message
	count  [unopened + 1]int // how many there are of a kind
	last   [unopened + 1]int // index of the message of a kind that speaks for the rest
	passes [][]edit
}

// edit says that at an offset of a changed page there are so many bytes more than before.
type edit struct{ at, added int }

// add tells of a fault in the page as it is now.
func (n *notes) add(f fault) {
	if f.text == "" {
		return
	}
	n.count[f.kind]++
	if n.count[f.kind] <= fewOfAKind {
		n.last[f.kind] = len(n.told)
		n.told = append(n.told, message(n.page, n.original(f.call.start), f.text, f.call.name))
	}
}

// messages gives what there is to tell, in the order found.
func (n *notes) messages() []Message {
	told := slices.Clone(n.told)
	for k, count := range n.count {
		if more := count - fewOfAKind; more > 0 {
			told[n.last[k]].Text += fmt.Sprintf(", like %d more tags of this page", more)
		}
	}
	return told
}

// apply makes changes and tells of them; one inside of another is left for the next time.
func (n *notes) apply(page []byte, changes []change) []byte {
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.call.start, b.call.start) })
	var b bytes.Buffer
	var edits []edit
	at := 0
	for _, c := range changes {
		if c.call.start < at {
			continue
		}
		n.add(c.fault)
		b.Write(page[at:c.call.start])
		edits = append(edits, edit{b.Len(), len(c.with) - (c.call.end - c.call.start)})
		b.Write(c.with)
		at = c.call.end
	}
	b.Write(page[at:])
	n.passes = append(n.passes, edits)
	return b.Bytes()
}

// original maps an offset of the page as it is now back to the author's.
func (n *notes) original(offset int) int {
	for _, edits := range slices.Backward(n.passes) {
		before := offset
		for _, e := range edits {
			if e.at < offset {
				before -= e.added
			}
		}
		offset = before
	}
	return offset
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
