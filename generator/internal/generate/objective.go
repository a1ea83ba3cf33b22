package generate

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// objectiveLength is the longest objective, in characters.
const objectiveLength = 160

// objective is what a week was for, in plain words of one line: what stands behind the colon of the
// first heading that says objective or goal, else the first list item or sentence below it, else what
// follows such a word at the beginning of a line; empty where the page has none. It keeps nothing of
// the page in memory.
func objective(p *page.Page) string {
	for i, h := range p.Headings {
		if !saysObjective(h.Text) {
			continue
		}
		words := ""
		if name, rest, ok := strings.Cut(strings.ReplaceAll(h.Text, "：", ":"), ":"); ok && saysObjective(name) {
			words = strings.TrimSpace(rest)
		}
		for j := i; words == "" && j < len(p.Headings); j++ {
			below := p.Headings[j]
			if j > i && below.Level > 0 && below.Level <= h.Level {
				break
			}
			words = firstStatement(p, below.Span.End, sectionEnd(p, j))
			if words == "" && j > i {
				words = below.Text // the objectives are headings, or lines in bold type
			}
		}
		if words != "" {
			return inOneLine(words)
		}
	}
	return inOneLine(labelled(p))
}

func saysObjective(s string) bool {
	return containsAny(fold.String(s), "objective", "goal", "muc tieu")
}

func inOneLine(words string) string {
	return strings.Clone(shorten(firstSentence(words), objectiveLength))
}

// labelled returns what follows the word and a colon at the beginning of a line: "**Goal:** a queue".
func labelled(p *page.Page) string {
	for start := p.Body.Start; start < p.Body.End; {
		line := lineAt(p, start, p.Body.End)
		start = line.End + 1
		label, _, ok := strings.Cut(p.File.Text(line), ":")
		if !ok || len(label) > 60 || strings.HasPrefix(strings.TrimSpace(label), "|") || !saysObjective(label) {
			continue
		}
		at := textStart(p.File.Text(line))
		if at < 0 {
			continue
		}
		_, words, _ := strings.Cut(page.Words(p.Inline(source.Span{Start: line.Start + at, End: line.End})), ":")
		if words = strings.TrimSpace(words); words != "" {
			return words
		}
	}
	return ""
}

// sectionEnd is where the text below a heading ends: before the line of the next one.
func sectionEnd(p *page.Page, i int) int {
	if i+1 == len(p.Headings) {
		return len(p.Text())
	}
	next := p.Headings[i+1].Span.Start
	return max(p.Headings[i].Span.End, bytes.LastIndexByte(p.Text()[:next], '\n')+1)
}

// firstStatement returns the words of the first list item or paragraph between two offsets. A line
// that only leads to a list ("I wanted to:") counts where nothing follows it.
func firstStatement(p *page.Page, start, end int) string {
	lead := ""
	for start < end {
		span := lineAt(p, start, end)
		start = span.End + 1
		line := p.File.Text(span)
		at := textStart(line)
		if at < 0 {
			continue
		}
		if strings.HasPrefix(line[at:], "|") || strings.HasPrefix(line[at:], "```") {
			break
		}
		for start < end { // a paragraph goes on until a blank line or a list item
			next := lineAt(p, start, end)
			if text := p.File.Text(next); textStart(text) != len(text)-len(strings.TrimLeft(text, " \t")) {
				break
			}
			span.End = next.End
			start = next.End + 1
		}
		words := page.Words(p.Inline(source.Span{Start: span.Start + at, End: span.End}))
		switch {
		case words == "":
		case strings.HasSuffix(words, ":"):
			lead = words
		default:
			return words
		}
	}
	return strings.TrimSuffix(lead, ":")
}

// lineAt is the line that begins at start, or what of it lies before end.
func lineAt(p *page.Page, start, end int) source.Span {
	if n := bytes.IndexByte(p.Text()[start:end], '\n'); n >= 0 {
		end = start + n
	}
	return source.Span{Start: start, End: end}
}

// textStart is the offset of a line's words behind its quote and list marks; -1 where the line has
// none: it is blank, a rule, a shortcode, a tag or a picture.
func textStart(line string) int {
	text := strings.TrimLeft(line, " \t>")
	if _, rest, ok := cutMark(text); ok {
		text = strings.TrimLeft(rest, " \t")
	}
	text = strings.TrimPrefix(strings.TrimPrefix(text, "[ ] "), "[x] ")
	switch {
	case strings.Trim(text, "*-_=#:~ \t\r") == "", strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "<"), strings.HasPrefix(text, "!["):
		return -1
	}
	return len(line) - len(text)
}

// cutMark cuts the mark of a list item off a line: "- ", "* ", "+ ", "• ", "1. ", "1) ".
func cutMark(s string) (mark, rest string, ok bool) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 {
		if rest := s[digits:]; strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ") {
			return s[:digits+1], rest[2:], true
		}
		return "", s, false
	}
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*+•–◦▪", r) && strings.HasPrefix(s[n:], " ") {
		return s[:n], s[n+1:], true
	}
	return "", s, false
}

// firstSentence cuts a text after its first sentence, and takes off the stop.
func firstSentence(s string) string {
	for i := range s {
		if !strings.ContainsRune(".!?", rune(s[i])) {
			continue
		}
		rest := s[i+1:]
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
		if strings.HasPrefix(rest, " ") && unicode.IsUpper(next) && i > 20 {
			s = s[:i+1]
			break
		}
	}
	if !strings.HasSuffix(s, "..") {
		s = strings.TrimRight(s, ".;, ")
	}
	return s
}

// shorten cuts a text at a word so that it has at most n characters, the ellipsis included.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := 0
	for i := range s {
		if n--; n == 0 {
			cut = i
			break
		}
	}
	if space := strings.LastIndexByte(s[:cut], ' '); space > cut/2 {
		cut = space
	}
	return strings.TrimRight(s[:cut], " .,;:–-") + "…"
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
