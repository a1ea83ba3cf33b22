package worklog

import (
	"path"
	"strings"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// The places that state a week's number, and how much each is trusted: weights are copied and
// forgotten most often.
const (
	fromTitle   = "title"
	fromHeading = "heading"
	fromPath    = "path"
	fromPre     = "pre"
	fromWeight  = "weight"
)

func trust(place string) int {
	switch place {
	case fromTitle, fromPath:
		return 6
	case fromHeading:
		return 4
	case fromPre:
		return 3
	}
	return 2
}

// maxWeek is the highest number of a week that is believed: a program has a dozen, a benchmark ten
// thousand.
const maxWeek = 99999

// evidence collects what a page states about its week's number.
func evidence(p *page.Page) []Evidence {
	var out []Evidence
	if n := weekIn(p.FrontMatter.String("title")); n > 0 {
		out = append(out, Evidence{fromTitle, n, p.FrontMatter.ValueSpan("title")})
	}
	if n := weekInPath(p.File.Path); n > 0 {
		out = append(out, Evidence{fromPath, n, source.Span{}})
	}
	seen := map[int]bool{}
	for _, h := range p.Headings {
		if n := weekIn(h.Text); n > 0 && !seen[n] {
			seen[n] = true
			out = append(out, Evidence{fromHeading, n, h.Span})
		}
	}
	if n := lastNumber(stripTags(p.FrontMatter.String("pre"))); n > 0 {
		out = append(out, Evidence{fromPre, n, p.FrontMatter.ValueSpan("pre")})
	}
	if n := smallNumber(p.FrontMatter.String("weight")); n > 0 {
		out = append(out, Evidence{fromWeight, n, p.FrontMatter.ValueSpan("weight")})
	}
	return out
}

// namesWeek reports whether a page says that it is about a week, other than by its weight.
func namesWeek(ev []Evidence) bool {
	for _, e := range ev {
		if e.Source == fromTitle || e.Source == fromPath || e.Source == fromHeading {
			return true
		}
	}
	return false
}

// weekNumber weighs the evidence; 0 where there is none but pre and weight, which number any page.
func weekNumber(ev []Evidence) int {
	if !namesWeek(ev) {
		return 0
	}
	votes := map[int]int{}
	best := 0
	for _, e := range ev {
		votes[e.Number] += trust(e.Source)
	}
	for _, e := range ev { // in order of the page, so that a tie has one outcome
		if best == 0 || votes[e.Number] > votes[best] {
			best = e.Number
		}
	}
	return best
}

// weekIn finds "Week 8", "Tuần 8", "Tuần thứ 8", "Week Eight", "8th week", "W8" in a text.
func weekIn(s string) int {
	if !mayNameWeek(s) {
		return 0
	}
	tokens := tokenize(nil, s)
	for i, t := range tokens {
		if t.kind != word {
			continue
		}
		isWeek := t.text == "week" || t.text == "tuan" || t.text == "wk"
		if !isWeek && !isShortWeek(tokens, i) {
			continue
		}
		for j := i + 1; j < len(tokens) && j <= i+3; j++ {
			n := tokens[j]
			if n.kind == number {
				if n.value >= 1 && n.value <= maxWeek && !ranges(tokens, j) && !dates(tokens, j) {
					return n.value
				}
				break
			}
			if v := numeral(n.text); v > 0 && isWeek {
				return v
			}
			if n.kind == word && n.text != "thu" && n.text != "so" && n.text != "no" && n.text != "number" {
				break
			}
		}
		if isWeek && i >= 2 && tokens[i-2].kind == number && !tokens[i-1].gap && tokens[i-2].value <= maxWeek {
			switch tokens[i-1].text {
			case "st", "nd", "rd", "th":
				return tokens[i-2].value
			}
		}
	}
	return 0
}

// isShortWeek recognises "W8", and not "W3Schools".
func isShortWeek(tokens []token, i int) bool {
	if tokens[i].text != "w" || i+1 >= len(tokens) || tokens[i+1].kind != number || tokens[i+1].gap {
		return false
	}
	return i+2 == len(tokens) || tokens[i+2].gap || tokens[i+2].kind == mark
}

// mayNameWeek spares most headings and paths the closer look.
func mayNameWeek(s string) bool {
	for _, part := range [...]string{"eek", "EEK", "uần", "UẦN", "uan", "UAN", "wk", "WK", "W", "w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "\u0302\u0300"} {
		if i := strings.Index(s, part); i >= 0 {
			return true
		}
	}
	return false
}

// ranges reports whether a number begins a range of weeks: "Week 1 - 4", "Week 1 to Week 4".
func ranges(tokens []token, i int) bool {
	if i+2 >= len(tokens) || !isRangeMark(tokens[i+1]) {
		return false
	}
	next := tokens[i+2]
	if next.kind == number {
		// "Week 3 - 22/09" and "Week 3 - 5 labs" are no ranges of weeks.
		return next.value > tokens[i].value && (i+3 >= len(tokens) || tokens[i+3].is(":") || tokens[i+3].is(")"))
	}
	return (next.text == "week" || next.text == "tuan") && i+3 < len(tokens) && tokens[i+3].kind == number
}

// dates reports whether a number begins a date: "this week: 13 July".
func dates(tokens []token, i int) bool {
	_, ok := readOne(tokens, i, false)
	return ok
}

func numeral(s string) int {
	for i, names := range [...][]string{
		{"one", "first", "mot", "nhat"}, {"two", "second", "hai"}, {"three", "third", "ba"}, {"four", "bon", "tu"},
		{"five", "nam"}, {"six", "sau"}, {"seven", "bay"}, {"eight", "tam"}, {"nine", "chin"}, {"ten", "muoi"},
		{"eleven"}, {"twelve"},
	} {
		for _, n := range names {
			if s == n {
				return i + 1
			}
		}
	}
	return 0
}

// weekInPath reads the number from the nearest file or folder name with one: "1.8-Week8/_index.md",
// "Week3.md", "tuan-08/index.vi.md".
func weekInPath(p string) int {
	dir, file := path.Split(p)
	name := strings.TrimSuffix(file, path.Ext(file))
	if n := weekIn(spaced(name)); n > 0 {
		return n
	}
	parts := strings.Split(strings.Trim(dir, "/"), "/")
	return weekIn(spaced(parts[len(parts)-1]))
}

// spaced parts what marks join: "1.8-Week8" becomes "1.8 Week8".
func spaced(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return ' '
		}
		return r
	}, s)
}

func stripTags(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>':
			in = false
		case !in:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lastNumber returns the last number of a section number such as "1.8."; 0 for "1.".
func lastNumber(s string) int {
	parts := strings.Split(strings.Trim(strings.TrimSpace(s), "."), ".")
	if len(parts) != 2 {
		return 0
	}
	return smallNumber(strings.TrimSpace(parts[1]))
}

func smallNumber(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > maxWeek {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	if n > maxWeek {
		return 0
	}
	return n
}
