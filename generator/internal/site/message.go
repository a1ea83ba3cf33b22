package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Message is something about the author's site that the render got round, or that Hugo warns of.
type Message struct {
	File     string // relative to Dir, slashes forward; empty where no file is known
	Line     int    // 1-based, 0 where unknown
	Column   int    // 1-based, counts Unicode code points, 0 where unknown
	Text     string // one sentence without a full stop
	SetAside string // the template, shortcode or setting that was left out; empty for none
}

// String gives the message as compilers do: file:line:column: text.
func (m Message) String() string {
	var b strings.Builder
	if m.File != "" {
		b.WriteString(m.File)
		if m.Line > 0 {
			fmt.Fprintf(&b, ":%d", m.Line)
			if m.Column > 0 {
				fmt.Fprintf(&b, ":%d", m.Column)
			}
		}
		b.WriteString(": ")
	}
	b.WriteString(m.Text)
	return b.String()
}

// Error is a render that failed for reasons that have a place, the author's where there is one.
type Error struct {
	Messages []Message // at least one
}

// Error gives one line a message.
func (e *Error) Error() string {
	lines := make([]string, len(e.Messages))
	for i, m := range e.Messages {
		lines[i] = m.String()
	}
	return strings.Join(lines, "\n")
}

// tidy sorts messages by place and drops repeated ones.
func tidy(ms []Message) []Message {
	slices.SortFunc(ms, func(a, b Message) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Text, b.Text), cmp.Compare(a.SetAside, b.SetAside),
		)
	})
	return slices.Compact(ms)
}
