package worklog

import (
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
)

// Years outside these are slips of the keyboard.
const (
	firstYear = 1900
	lastYear  = 2199
)

const digits = "0123456789"

// readDate reads a cell of a date column: a date or a range of dates anywhere in it. In a cell of
// its own "22-09" is a date; in running text it may be anything.
func readDate(runs []page.Run) *DateCell {
	c := newCellText(runs)
	return c.date(tokenize(nil, c.text))
}

func (c cellText) date(tokens []token) *DateCell {
	for i := range tokens {
		first, last, next, ok := readRange(tokens, i, true)
		if !ok {
			continue
		}
		cell := &DateCell{First: first.stated(c)}
		end := tokens[first.to-1].end
		if last != nil {
			s := last.stated(c)
			cell.Last = &s
			end = tokens[next-1].end
		}
		cell.Rest = c.without([2]int{tokens[i].start, end})
		return cell
	}
	return nil
}

// findDates reads the dates in a running text, such as a heading.
func findDates(runs []page.Run) []*DateCell {
	c := newCellText(runs)
	if !strings.ContainsAny(c.text, digits) {
		return nil
	}
	tokens := tokenize(nil, c.text)
	var out []*DateCell
	for i := 0; i < len(tokens); {
		first, last, next, ok := readRange(tokens, i, false)
		if !ok {
			i++
			continue
		}
		cell := &DateCell{First: first.stated(c)}
		if last != nil {
			s := last.stated(c)
			cell.Last = &s
		}
		out = append(out, cell)
		i = next
	}
	return out
}

// written is a date in tokens from to to (exclusive).
type written struct {
	a, b, year int
	fixed      bool
	misshapen  bool // three digits for a day, say
	from, to   int
	tokens     []token
}

func (w written) stated(c cellText) Stated {
	return Stated{
		Span: c.span(w.tokens[w.from].start, w.tokens[w.to-1].end),
		A:    w.a, B: w.b, Year: w.year, Fixed: w.fixed, misshapen: w.misshapen,
	}
}

// readRange reads a date at a token, and the end of the range if one begins there; next is the
// token after it.
func readRange(tokens []token, i int, alone bool) (first written, last *written, next int, ok bool) {
	if first, last, ok := readShared(tokens, i); ok {
		return first, last, last.to, true
	}
	first, ok = readOne(tokens, i, alone)
	if !ok {
		return first, nil, i, false
	}
	next = first.to
	if last, ok := readSameMonth(tokens, &first); ok {
		return first, last, last.to, true
	}
	j := next
	if j < len(tokens) && isRangeMark(tokens[j]) {
		j++
		if j < len(tokens) && (tokens[j].is(">") || tokens[j].is("-")) { // "->", "--"
			j++
		}
		if j < len(tokens) && tokens[j].is("ngay") { // "đến ngày"
			j++
		}
		for k := j; k < min(j+2, len(tokens)); k++ { // a weekday may stand between: "- Fri 31/10"
			if w, ok := readOne(tokens, k, alone); ok {
				if first.year == 0 && !first.fixed || first.year == 0 {
					first.year = w.year
				}
				return first, &w, w.to, true
			}
			if tokens[k].kind != word {
				break
			}
		}
	}
	return first, nil, next, true
}

func isRangeMark(t token) bool {
	switch t.text {
	case "-", "–", "—", "−", "~", "→", "to", "den", "toi", "until", "till", "through":
		return t.kind != number
	}
	return false
}

// readSameMonth reads on behind a date that begins with the name of its month: "Oct 23-24, 2025".
func readSameMonth(tokens []token, first *written) (last *written, ok bool) {
	j := first.to
	if !first.fixed || first.year != 0 || j+1 >= len(tokens) || tokens[first.from].kind != word ||
		!isRangeMark(tokens[j]) || tokens[j+1].kind != number || len(tokens[j+1].text) > 2 || tokens[j+1].value <= first.a {
		return nil, false
	}
	if j+2 < len(tokens) && (tokens[j+2].is("/") || tokens[j+2].kind == word) { // another date
		return nil, false
	}
	w := written{a: tokens[j+1].value, b: first.b, fixed: true, from: j + 1, to: j + 2, tokens: tokens}
	k := w.to
	if k < len(tokens) && tokens[k].is(",") {
		k++
	}
	if k < len(tokens) && tokens[k].kind == number && len(tokens[k].text) == 4 {
		w.year, w.to = tokens[k].value, k+1
		first.year = w.year
	}
	return &w, true
}

// readShared reads a range whose days share month and year: "20-24/10/2025", "20–24 Oct 2025".
func readShared(tokens []token, i int) (first written, last *written, ok bool) {
	if i+3 >= len(tokens) || tokens[i].kind != number || len(tokens[i].text) > 2 || tokens[i].value == 0 ||
		!isRangeMark(tokens[i+1]) || tokens[i+2].kind != number || !tokens[i+3].is("/") && tokens[i+3].kind != word {
		return first, nil, false
	}
	w, ok := readOne(tokens, i+2, false)
	if !ok || w.misshapen || tokens[i].value >= w.a {
		return first, nil, false
	}
	first = w
	first.a, first.from, first.to = tokens[i].value, i, i+1
	return first, &w, true
}

// readOne reads one date at a token.
func readOne(tokens []token, i int, alone bool) (written, bool) {
	if i > 0 && (tokens[i-1].is("/") || tokens[i-1].is(":")) && !tokens[i].gap {
		return written{}, false // the tail of something longer
	}
	if w, ok := readNumeric(tokens, i, alone); ok {
		return w, true
	}
	return readNamed(tokens, i)
}

// readNumeric reads 27/10/2025, 27-10-2025, 27.10.25, 2025-10-27, 27/10.
func readNumeric(tokens []token, i int, alone bool) (written, bool) {
	at := func(j int) token {
		if j < len(tokens) {
			return tokens[j]
		}
		return token{kind: mark}
	}
	n, sep, m := at(i), at(i+1), at(i+2)
	if n.kind != number || m.kind != number || sep.kind != mark || len(n.text) > 4 || len(m.text) > 4 {
		return written{}, false
	}
	if sep.text != "/" && sep.text != "-" && sep.text != "." {
		return written{}, false
	}
	w := written{from: i, tokens: tokens}
	if y := at(i + 4); at(i+3).text == sep.text && y.kind == number && len(y.text) <= 4 {
		if at(i+5).text == sep.text && at(i+6).kind == number { // a version or an address
			return written{}, false
		}
		w.to = i + 5
		switch {
		case len(n.text) == 4:
			w.a, w.b, w.year, w.fixed = y.value, m.value, n.value, true
			w.misshapen = len(y.text) > 2 || len(m.text) > 2
		default:
			w.a, w.b, w.year = n.value, m.value, y.value
			w.misshapen = len(n.text) > 2 || len(m.text) > 2 || len(y.text) == 3 || len(y.text) == 1
			if len(y.text) == 2 {
				w.year += 2000
			}
			if !alone && (w.misshapen || len(y.text) == 2 && sep.text != "/") {
				return written{}, false // a section's number: "3.2.1"
			}
		}
		return w, true
	}
	if at(i+3).kind == mark && at(i+3).text == sep.text && !at(i+3).gap && sep.text != "/" {
		return written{}, false
	}
	if sep.text != "/" && !alone || len(n.text) > 2 || len(m.text) > 2 {
		return written{}, false
	}
	if sep.text == "-" && (n.gap && i > 0 || sep.gap || m.gap) { // "20 - 24" counts, it does not date
		return written{}, false
	}
	w.a, w.b, w.to = n.value, m.value, i+3
	if !alone && (w.a == 0 || w.b == 0 || w.a > 31 || w.b > 31 || w.a > 12 && w.b > 12) {
		return written{}, false // "24/7", "1/100"
	}
	return w, true
}

// readNamed reads a date with the name of a month: "Jun 12", "12th of June 2025", "ngày 12 tháng 6
// năm 2025".
func readNamed(tokens []token, i int) (written, bool) {
	w := written{from: i, fixed: true, tokens: tokens}
	j := i
	skip := func(words ...string) {
		for _, s := range words {
			if j < len(tokens) && tokens[j].is(s) {
				j++
			}
		}
	}
	day := func() bool {
		if j < len(tokens) && tokens[j].kind == number && len(tokens[j].text) <= 2 {
			w.a = tokens[j].value
			j++
			if j < len(tokens) && !tokens[j].gap {
				for _, s := range []string{"st", "nd", "rd", "th"} {
					skip(s)
				}
			}
			return true
		}
		return false
	}
	month := func() bool {
		if j >= len(tokens) || tokens[j].kind != word {
			return false
		}
		if (tokens[j].text == "thang" || tokens[j].text == "thg") && j+1 < len(tokens) && tokens[j+1].kind == number && len(tokens[j+1].text) <= 2 {
			w.b = tokens[j+1].value
			j += 2
			return true
		}
		if m := monthNamed(tokens[j].text); m > 0 {
			w.b = m
			j++
			return true
		}
		return false
	}
	skip("ngay")
	if day() {
		skip("of", "-")
		if !month() {
			return w, false
		}
	} else {
		if !month() {
			return w, false
		}
		skip(".", "-")
		if !day() {
			return w, false
		}
	}
	w.to = j
	skip(",", "-", "/", "nam")
	if j < len(tokens) && tokens[j].kind == number && len(tokens[j].text) == 4 {
		w.year = tokens[j].value
		w.to = j + 1
	}
	return w, true
}

func monthNamed(s string) int {
	if len(s) < 3 {
		return 0
	}
	for i, name := range [...]string{
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december",
	} {
		if s == name || s == name[:3] || s == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

// numeric reports whether the order of the page decides what the date means.
func (s *Stated) numeric() bool { return !s.Fixed && s.A != s.B && !s.misshapen }

// in returns the date under an order and a year; ok is false where no calendar has it.
func (s *Stated) in(o Order, year int) (civil.Date, bool) {
	day, month := s.A, s.B
	if o == MonthDay && !s.Fixed {
		day, month = month, day
	}
	d := civil.Date{Year: year, Month: time.Month(month), Day: day}
	return d, !s.misshapen && month >= 1 && month <= 12 && d.IsValid()
}
