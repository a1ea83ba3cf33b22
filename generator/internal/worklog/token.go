package worklog

import (
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// token is a number, a word or one mark of a cell. Days and dates are read from tokens: a hundred
// spellings become a dozen patterns.
type token struct {
	kind       tokenKind
	text       string // folded for words
	raw        string // as written, lower case
	value      int    // of a number, at most 99999
	start, end int    // in the text of the cell
	gap        bool   // white space stands before it
}

type tokenKind int

const (
	number tokenKind = iota
	word
	mark
)

// is reports whether the token is that word or mark.
func (t token) is(text string) bool { return t.kind != number && t.text == text }

// tokenize appends the tokens of a text; white space only separates.
func tokenize(out []token, s string) []token {
	gap := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case unicode.IsSpace(r):
			gap = true
			i = j
			continue
		case r >= '0' && r <= '9':
			value := 0
			for j = i; j < len(s) && s[j] >= '0' && s[j] <= '9'; j++ {
				value = min(value*10+int(s[j]-'0'), 99999)
			}
			out = append(out, token{kind: number, text: s[i:j], value: value, start: i, end: j, gap: gap})
		case isLetter(r):
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !isLetter(r) {
					break
				}
				j += n
			}
			out = append(out, token{kind: word, text: fold.Words(s[i:j]), raw: s[i:j], start: i, end: j, gap: gap})
		default:
			out = append(out, token{kind: mark, text: s[i:j], start: i, end: j, gap: gap})
		}
		gap = false
		i = j
	}
	return out
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// cellText is the text of runs with the way back to the file.
type cellText struct {
	text string
	runs []page.Run
	from []int // where each run begins in text
}

// newCellText joins runs; breaks count as a space.
func newCellText(runs []page.Run) cellText {
	if len(runs) == 1 && runs[0].Kind == page.Text {
		return cellText{text: runs[0].Text, runs: runs, from: []int{0}}
	}
	c := cellText{runs: runs}
	var b []byte
	for _, r := range runs {
		c.from = append(c.from, len(b))
		if r.Kind == page.Text {
			b = append(b, r.Text...)
		} else {
			b = append(b, ' ')
		}
	}
	c.text = string(b)
	return c
}

// span returns where a part of the text stands in the file.
func (c cellText) span(start, end int) source.Span {
	var out source.Span
	for i, r := range c.runs {
		from, to := c.from[i], c.from[i]+len(r.Text)
		if r.Kind != page.Text || to <= start || from >= end {
			continue
		}
		part := r.Span
		if len(r.Text) == r.Span.Len() { // no entity or escape in it: exact
			part = r.Span.Sub(max(start-from, 0), min(end, to)-from)
		}
		if out.Empty() {
			out = part
		}
		out.End = part.End
	}
	return out
}

// without returns the runs less some stretches of the text, given in order. What is left of brackets
// and separators around them goes too.
func (c cellText) without(cut ...[2]int) []page.Run {
	var out []page.Run
	meant := false
	for i, r := range c.runs {
		if r.Kind != page.Text {
			out = append(out, r)
			meant = meant || r.Kind == page.Image
			continue
		}
		from, at := c.from[i], c.from[i]
		end := from + len(r.Text)
		keep := func(to int) {
			if to > at {
				part := r
				part.Text = r.Text[at-from : to-from]
				if len(r.Text) == r.Span.Len() {
					part.Span = r.Span.Sub(at-from, to-from)
				}
				out = append(out, part)
				meant = meant || saysSomething(part.Text)
			}
		}
		for _, s := range cut {
			if s[1] <= at || s[0] >= end {
				continue
			}
			keep(s[0])
			at = min(s[1], end)
		}
		keep(end)
	}
	if !meant {
		return nil
	}
	return out
}

// saysSomething reports whether a text has a letter, digit or symbol: more than punctuation.
func saysSomething(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) && r != '~' && r != '|' && r != '→' {
			return true
		}
	}
	return false
}
