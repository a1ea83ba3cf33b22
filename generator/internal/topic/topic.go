// Package topic finds the services and technologies that the text of a task names.
package topic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/page"
)

// Spelling is one way to write a topic; those with the same Key mean the same.
type Spelling struct {
	Text, Key string
	Code      bool // never but as code
}

// Reader finds topics in lines of text, each spelling once for all lines. It is for one goroutine.
type Reader struct {
	heads, code map[string]*Spelling // as they were judged; nil for what names no topic
	known       dictionary
}

// NewReader returns a Reader that knows what the services and technologies of the trade are called.
func NewReader() *Reader {
	return &Reader{map[string]*Spelling{}, map[string]*Spelling{}, newDictionary()}
}

// Read calls found for each topic that a line names: by the bold head at its beginning, by code, or by
// a known name in its words. The same spelling is the same pointer each time.
func (r *Reader) Read(line []page.Run, found func(*Spelling)) {
	if head := boldHead(line); head != "" {
		if s := r.judge(r.heads, head, fromHead); s != nil {
			found(s)
		}
	}
	for _, run := range line {
		if run.Kind != page.Text {
			continue
		}
		if run.Style&page.Code != 0 {
			if s := r.judge(r.code, run.Text, fromCode); s != nil {
				found(s)
			}
		}
		r.known.find(run.Text, found)
	}
}

// judge reads the topic out of a text that may have been read before.
func (r *Reader) judge(judged map[string]*Spelling, text string, read func(string) *Spelling) *Spelling {
	s, ok := judged[text]
	if !ok {
		s = r.own(read(text))
		judged[text] = s
	}
	return s
}

// own returns the topic unless its name is, or holds, that of a known one: those are found anyhow.
func (r *Reader) own(s *Spelling) *Spelling {
	if s == nil {
		return nil
	}
	known := false
	r.known.find(s.Text, func(k *Spelling) {
		known = known || k.Key != s.Key || s.Text == k.Text || s.Text == WithoutVendor(k.Text)
	})
	if known {
		return nil
	}
	return s
}

// boldHead returns the bold words at the beginning of a line that head what follows: the whole line,
// or up to a colon, a dash or a parenthesis. Bold words in the flow of a sentence are none.
func boldHead(runs []page.Run) string {
	n := 0
	for n < len(runs) && runs[n].Kind == page.Text && runs[n].Style&page.Bold != 0 && runs[n].Style&page.Code == 0 {
		n++
	}
	if n == 0 {
		return ""
	}
	head := strings.TrimSpace(page.Words(runs[:n]))
	if n == len(runs) || strings.HasSuffix(head, ":") {
		return head
	}
	rest := strings.TrimLeftFunc(page.Words(runs[n:]), unicode.IsSpace)
	if first, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune(":-–—(", first) {
		return head
	}
	return ""
}
