package page

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/source"
)

// quickInline reads the constructs that nearly all cells are made of (<br>, &emsp;, **bold**,
// [text](URL), <URL>) where Markdown leaves no doubt about them, ten times faster than goldmark; ok
// is false where there is any. FuzzQuickInline holds it to what goldmark says.
func quickInline(src []byte, at source.Span) (runs []Run, ok bool) {
	q := quick{src: src, base: at.Start}
	for q.at < len(src) {
		ok := true
		switch src[q.at] {
		case '\\', '`', '_', '~', '@', '\n', '\r', 0, ']':
			return nil, false
		case ':':
			ok = !bytes.HasPrefix(src[q.at:], []byte("://"))
			q.at++
		case 'w':
			ok = !bytes.HasPrefix(src[q.at:], []byte("www."))
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
	src   []byte
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
		q.add(Run{Text: string(q.src[q.text:end]), Span: q.span(q.text, end), Style: q.style})
	}
}

func (q *quick) add(r Run) {
	if q.runs == nil {
		q.runs = make([]Run, 0, 2+bytes.Count(q.src, []byte("<"))*2)
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
	end := bytes.IndexByte(q.src[q.at:], '>')
	if end < 0 {
		return false
	}
	inner := q.src[q.at+1 : q.at+end]
	switch {
	case isBreakTag(inner):
		q.flush(q.at)
		q.add(Run{Kind: Break, Span: q.span(q.at, q.at+end+1)})
	case bytes.HasPrefix(inner, []byte("https://")) || bytes.HasPrefix(inner, []byte("http://")):
		if !isPlainURL(inner) {
			return false
		}
		q.flush(q.at)
		url := q.span(q.at+1, q.at+end)
		link := &Link{URL: string(inner), URLAt: url, Span: q.span(q.at, q.at+end+1), Auto: true}
		q.add(Run{Text: link.URL, Span: url, Style: q.style, Link: link})
	default:
		return false
	}
	q.step(end + 1)
	return true
}

func isBreakTag(inner []byte) bool {
	switch string(inner) {
	case "br", "br/", "br /", "BR", "Br":
		return true
	}
	return false
}

// isPlainURL allows the characters that no rule of Markdown touches.
func isPlainURL(url []byte) bool {
	for _, c := range url {
		if c <= ' ' || c >= 0x7f || bytes.IndexByte([]byte("<>()[]\\`*&\"'{}|^"), c) >= 0 {
			return false
		}
	}
	return true
}

// entity reads the entities of indentation, and an ampersand that stands alone.
func (q *quick) entity() bool {
	for _, e := range [...]struct{ name, text string }{{"&emsp;", "\u2003"}, {"&nbsp;", "\u00a0"}, {"&ensp;", "\u2002"}, {"&amp;", "&"}} {
		if bytes.HasPrefix(q.src[q.at:], []byte(e.name)) {
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
	before, _ := utf8.DecodeLastRune(q.src[:q.at])
	after, _ := utf8.DecodeRune(q.src[q.at+2:])
	start, end := q.at == 0, q.at+2 == len(q.src)
	if q.style == 0 {
		if !start && before != ' ' && before != '>' || end || !isWord(after) {
			return false
		}
		// What is bold must end in the same cell without another mark within.
		rest := q.src[q.at+2:]
		closing := bytes.Index(rest, []byte("**"))
		if closing < 0 || bytes.ContainsAny(rest[:closing], "*_`[]<&\\") {
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
	middle := bytes.Index(rest, []byte("](http"))
	if middle < 1 || bytes.ContainsAny(rest[1:middle], "[]*_`<>&!\\:~@") {
		return false
	}
	from := middle + 2
	end := bytes.IndexByte(rest[from:], ')')
	if end < 0 || !isPlainURL(rest[from:from+end]) {
		return false
	}
	if scheme := rest[from : from+end]; !bytes.HasPrefix(scheme, []byte("http://")) && !bytes.HasPrefix(scheme, []byte("https://")) {
		return false
	}
	text := rest[1:middle]
	if len(bytes.TrimSpace(text)) != len(text) || len(text) == 0 || bytes.Contains(text, []byte("www.")) {
		return false
	}
	q.flush(q.at)
	link := &Link{URL: string(rest[from : from+end]), URLAt: q.span(q.at+from, q.at+from+end), Span: q.span(q.at, q.at+from+end+1)}
	q.add(Run{Text: string(text), Span: q.span(q.at+1, q.at+middle), Style: q.style, Link: link})
	q.step(from + end + 1)
	return true
}
