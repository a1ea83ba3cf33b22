package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/source"
)

// quickInline reads the constructs that nearly all cells are made of (<br>, &emsp;, **bold**,
// [text](URL), <URL>) where Markdown leaves no doubt about them, ten times faster than goldmark; ok
// is false where there is any. FuzzQuickInline holds it to what goldmark says.
func quickInline(src string, at source.Span) (runs []Run, ok bool) {
	q := quick{src: src, base: at.Start}
	for q.at < len(src) {
		ok := true
		switch src[q.at] {
		case '\\', '`', '_', '~', '@', '\n', '\r', 0, ']':
			return nil, false
		case ':':
			ok = !strings.HasPrefix(src[q.at:], "://")
			q.at++
		case 'w':
			ok = !strings.HasPrefix(src[q.at:], "www.")
			q.at++
		case '!':
			ok = q.peek(1) != '['
			q.at++
		case '<':
			ok = q.tag()
		case '&':
			ok = q.entity()
		case '*':
			ok = q.bold()
		case '[':
			ok = q.link()
		default:
			q.at++
		}
		if !ok {
			return nil, false
		}
	}
	q.flush(len(src))
	return q.runs, q.style == 0
}

// quick is a reading under way.
type quick struct {
	src   string
	base  int
	at    int // where the reading is
	text  int // where the text begins that is not yet a run
	style Style
	runs  []Run
}

func (q *quick) peek(n int) byte {
	if q.at+n < len(q.src) {
		return q.src[q.at+n]
	}
	return 0
}

func (q *quick) span(start, end int) source.Span {
	return source.Span{Start: q.base + start, End: q.base + end}
}

// flush makes a run of the text up to an offset.
func (q *quick) flush(end int) {
	if q.text < end {
		q.add(Run{Text: q.src[q.text:end], Span: q.span(q.text, end), Style: q.style})
	}
}

func (q *quick) add(r Run) {
	if q.runs == nil {
		q.runs = make([]Run, 0, 2+strings.Count(q.src, "<")*2)
	}
	q.runs = append(q.runs, r)
}

// step ends a construct of n bytes: the text goes on behind it.
func (q *quick) step(n int) {
	q.at += n
	q.text = q.at
}

// tag reads <br>, <br/>, <br /> and <https://…>.
func (q *quick) tag() bool {
	end := strings.IndexByte(q.src[q.at:], '>')
	if end < 0 {
		return false
	}
	inner := q.src[q.at+1 : q.at+end]
	switch {
	case isBreakTag(inner):
		q.flush(q.at)
		q.add(Run{Kind: Break, Span: q.span(q.at, q.at+end+1)})
	case strings.HasPrefix(inner, "https://") || strings.HasPrefix(inner, "http://"):
		if !isPlainURL(inner) {
			return false
		}
		q.flush(q.at)
		url := q.span(q.at+1, q.at+end)
		link := &Link{URL: inner, URLAt: url, Span: q.span(q.at, q.at+end+1), Auto: true}
		q.add(Run{Text: link.URL, Span: url, Style: q.style, Link: link})
	default:
		return false
	}
	q.step(end + 1)
	return true
}

func isBreakTag(inner string) bool {
	switch inner {
	case "br", "br/", "br /", "BR", "Br":
		return true
	}
	return false
}

// isPlainURL allows the characters that no rule of Markdown touches.
func isPlainURL(url string) bool {
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("<>()[]\\`*&\"'{}|^", c) >= 0 {
			return false
		}
	}
	return true
}

// entity reads the entities of indentation, and an ampersand that stands alone.
func (q *quick) entity() bool {
	for _, e := range [...]struct{ name, text string }{{"&emsp;", "\u2003"}, {"&nbsp;", "\u00a0"}, {"&ensp;", "\u2002"}, {"&amp;", "&"}} {
		if strings.HasPrefix(q.src[q.at:], e.name) {
			q.flush(q.at)
			q.add(Run{Text: e.text, Span: q.span(q.at, q.at+len(e.name)), Style: q.style})
			q.step(len(e.name))
			return true
		}
	}
	q.at++
	return q.at == len(q.src) || q.src[q.at] == ' '
}

// bold reads ** where it can only open or only close.
func (q *quick) bold() bool {
	if q.peek(1) != '*' || q.peek(2) == '*' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(q.src[:q.at])
	after, _ := utf8.DecodeRuneInString(q.src[q.at+2:])
	start, end := q.at == 0, q.at+2 == len(q.src)
	if q.style == 0 {
		if !start && before != ' ' && before != '>' || end || !isWord(after) {
			return false
		}
		// What is bold must end in the same cell without another mark within.
		rest := q.src[q.at+2:]
		closing := strings.Index(rest, "**")
		if closing < 0 || strings.ContainsAny(rest[:closing], "*_`[]<&\\") {
			return false
		}
		q.flush(q.at)
		q.style = Bold
		q.step(2)
		return true
	}
	if !isWord(before) && !(isASCIIPunct(before) && (end || after == ' ' || after == '<')) {
		return false
	}
	q.flush(q.at)
	q.style = 0
	q.step(2)
	return true
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isASCIIPunct(r rune) bool {
	return r == ')' || r == ':' || r == '.' || r == ',' || r == '?' || r == '"'
}

// link reads [text](https://…) with a text of plain words.
func (q *quick) link() bool {
	rest := q.src[q.at:]
	middle := strings.Index(rest, "](http")
	if middle < 1 || strings.ContainsAny(rest[1:middle], "[]*_`<>&!\\:~@") {
		return false
	}
	from := middle + 2
	end := strings.IndexByte(rest[from:], ')')
	if end < 0 || !isPlainURL(rest[from:from+end]) {
		return false
	}
	if scheme := rest[from : from+end]; !strings.HasPrefix(scheme, "http://") && !strings.HasPrefix(scheme, "https://") {
		return false
	}
	text := rest[1:middle]
	if len(strings.TrimSpace(text)) != len(text) || len(text) == 0 || strings.Contains(text, "www.") {
		return false
	}
	q.flush(q.at)
	link := &Link{URL: rest[from : from+end], URLAt: q.span(q.at+from, q.at+from+end), Span: q.span(q.at, q.at+from+end+1)}
	q.add(Run{Text: text, Span: q.span(q.at+1, q.at+middle), Style: q.style, Link: link})
	q.step(from + end + 1)
	return true
}
