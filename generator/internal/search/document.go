package search

import (
	"strings"
	"unicode"
)

// Document is one page of the site.
type Document struct {
	Source  string // whatever names the page to the caller; it is not written
	Title   string
	Address string // relative to the folder of the index: "1-worklog/1.8-week8/"
	Parts   []Part // at least one; the first stands for the page itself
}

// Part is a part of a page that has an anchor of its own, such as a task or a section.
type Part struct {
	Anchor string // without "#"; empty for the page itself
	Text   string // as a Text writes it
}

// Text gathers what a part of a page says, less its markup but for what ranks words: a bold head at
// the beginning of a line ends with a tab, and code stands between backquotes. The zero Text is empty.
type Text struct {
	b     strings.Builder
	begun bool // the line says something
	space bool // between what was written and what comes
	head  bool // the line has said nothing but bold words
}

// Line begins a new line.
func (t *Text) Line() {
	t.endHead()
	t.begun, t.space = false, false
}

// Bold adds words in bold, which are the head of their line where nothing stands before them.
func (t *Text) Bold(s string) {
	first := !t.begun
	t.add(s)
	t.head = t.begun && (first || t.head)
}

// Words adds plain words.
func (t *Text) Words(s string) {
	if t.head {
		trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
		if trimmed == "" {
			t.space = true
			return
		}
		if rest, ok := strings.CutPrefix(trimmed, ":"); ok { // the colon of a head belongs to it
			t.b.WriteByte(':')
			s = rest
		}
		t.endHead()
	}
	t.add(s)
}

// Code adds words in code.
func (t *Text) Code(s string) {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "`", "'")), " ")
	if s == "" {
		return
	}
	t.endHead()
	t.write("`" + s + "`")
}

// String returns the text.
func (t *Text) String() string {
	t.endHead()
	return t.b.String()
}

func (t *Text) endHead() {
	if t.head {
		t.b.WriteByte('\t')
		t.space = false
	}
	t.head = false
}

// add writes words with single spaces between them, and none at the ends of a line.
func (t *Text) add(s string) {
	for s != "" {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		if end > 0 {
			t.write(strings.ReplaceAll(s[:end], "`", "'"))
			s = s[end:]
		}
		if rest := strings.TrimLeftFunc(s, unicode.IsSpace); len(rest) < len(s) {
			t.space = true
			s = rest
		}
	}
}

func (t *Text) write(s string) {
	switch {
	case !t.begun && t.b.Len() > 0:
		t.b.WriteByte('\n')
	case t.begun && t.space && !strings.HasSuffix(t.b.String(), "\t"):
		t.b.WriteByte(' ')
	}
	t.b.WriteString(s)
	t.begun, t.space = true, false
}
