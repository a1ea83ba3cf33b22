package worklog

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/page"
)

// Items returns what the cell says as nested lines; a day or a date has none. Authors cannot write
// lists in a table cell, so they write <br> and marks: "- task<br>&emsp; + detail", "• one • two",
// "<ul><li>". The items are made anew by each call: kept, they would double the worklog's memory.
func (f *Field) Items() []*Item {
	if f.Day != nil || f.Date != nil {
		return nil
	}
	lines := splitLines(f.Runs)
	b := itemBuilder{items: make([]Item, len(lines))}
	for i := range lines {
		b.add(&lines[i])
	}
	return b.roots
}

// line is one line of a cell.
type line struct {
	runs   []page.Run
	depth  int    // of HTML lists around it
	indent int    // in columns
	mark   string // "-", "+", "•"; "li" in an HTML list; empty without
}

// splitLines splits at breaks and HTML list items, and before a bullet, which is never part of a
// sentence.
func splitLines(runs []page.Run) []line {
	if len(runs) == 0 {
		return nil
	}
	lines := 1
	for _, r := range runs {
		if r.Kind != page.Text {
			lines++
		}
	}
	out := make([]line, 0, lines)
	all := make([]page.Run, 0, len(runs)) // what the lines are parts of
	current := line{}
	from := 0
	end := func() {
		current.runs = all[from:len(all):len(all)]
		from = len(all)
		current.readMark()
		if current.says() {
			out = append(out, current)
		}
		current = line{depth: current.depth}
	}
	for _, r := range runs {
		switch r.Kind {
		case page.Break:
			end()
		case page.Open, page.Close:
			end()
			switch {
			case r.Text == "li" && r.Kind == page.Open:
				current.mark = "li"
				current.depth = max(current.depth, 1)
			case (r.Text == "ul" || r.Text == "ol") && r.Kind == page.Open:
				current.depth++
			case r.Text == "ul" || r.Text == "ol":
				current.depth = max(current.depth-1, 0)
			}
		case page.Text:
			for r.Style&page.Code == 0 {
				i := strings.Index(r.Text, "•")
				if i < 0 {
					break
				}
				before, after := cutRun(r, i)
				if before.Text != "" {
					all = append(all, before)
				}
				end()
				current.mark = "•"
				_, r = cutRun(after, len("•"))
			}
			if r.Text != "" {
				all = append(all, r)
			}
		default:
			all = append(all, r)
		}
	}
	end()
	return out
}

// cutRun cuts a run of text in two at an offset of its text.
func cutRun(r page.Run, at int) (before, after page.Run) {
	before, after = r, r
	before.Text, after.Text = r.Text[:at], r.Text[at:]
	if len(r.Text) == r.Span.Len() {
		before.Span, after.Span = r.Span.Sub(0, at), r.Span.Sub(at, len(r.Text))
	}
	return before, after
}

// readMark takes indentation and the list mark off the front of the line, and white space off its
// end.
func (l *line) readMark() {
	for len(l.runs) > 0 && l.runs[0].Kind == page.Text && l.runs[0].Style&page.Code == 0 {
		text := l.runs[0].Text
		at := 0
		for at < len(text) {
			r, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsSpace(r) && r != '\u200b' {
				break
			}
			if l.mark == "" {
				l.indent += spaceWidth(r)
			}
			at += n
		}
		if at < len(text) && l.mark == "" {
			if mark, n := listMark(text[at:]); n > 0 {
				l.mark = mark
				at += n
				_, l.runs[0] = cutRun(l.runs[0], at)
				continue
			}
		}
		if at > 0 {
			_, l.runs[0] = cutRun(l.runs[0], at)
		}
		if l.runs[0].Text != "" {
			break
		}
		l.runs = l.runs[1:]
	}
	for n := len(l.runs); n > 0 && l.runs[n-1].Kind == page.Text; n = len(l.runs) {
		last := &l.runs[n-1]
		if trimmed := strings.TrimRightFunc(last.Text, unicode.IsSpace); trimmed != "" {
			*last, _ = cutRun(*last, len(trimmed))
			return
		}
		l.runs = l.runs[:n-1]
	}
}

// spaceWidth is the width of a space that a browser keeps; of others a row shows nothing, and authors
// write them after every <br>.
func spaceWidth(r rune) int {
	switch r {
	case '\u00a0', '\u2007', '\u202f':
		return 1
	case '\u2002':
		return 2
	case '\u2003':
		return 4
	}
	return 0
}

// listMark returns the list mark at the beginning of a text and its length in bytes. A mark may
// stand directly before a word ("-x"), not before a number ("-5", "+84").
func listMark(text string) (string, int) {
	r, n := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[n:])
	switch r {
	case '-', '+', '–', '—', '−':
		if n == len(text) || unicode.IsSpace(next) || unicode.IsLetter(next) {
			if r != '+' {
				return "-", n
			}
			return "+", n
		}
	case '*':
		if unicode.IsSpace(next) {
			return "*", n
		}
	case '•', '◦', '▪', '●', '○', '■', '□', '‣', '·', '∙', '➢', '➤', '►', '▸', '❖', '✦':
		return string(r), n
	}
	return "", 0
}

// says reports whether anything is on the line.
func (l line) says() bool {
	for _, r := range l.runs {
		if r.Kind != page.Text || strings.TrimSpace(r.Text) != "" {
			return true
		}
	}
	return false
}

// itemBuilder nests lines as they come.
type itemBuilder struct {
	items []Item // room for all
	roots []*Item
	open  []openItem // from the root to the last line
	first []string   // marks that stood at the root
}

type openItem struct {
	item          *Item
	mark          string
	depth, indent int
}

func (b *itemBuilder) add(l *line) {
	item := &b.items[0]
	b.items = b.items[1:]
	*item = Item{Marked: l.mark != "", Runs: l.runs}
	level := b.level(l)
	b.open = b.open[:level]
	if level == 0 {
		b.roots = append(b.roots, item)
		if !slices.Contains(b.first, l.mark) {
			b.first = append(b.first, l.mark)
		}
	} else {
		parent := b.open[level-1].item
		parent.Items = append(parent.Items, item)
	}
	b.open = append(b.open, openItem{item, l.mark, l.depth, l.indent})
}

// level returns how many open items the line stands under.
func (b *itemBuilder) level(l *line) int {
	for i, o := range b.open {
		if o.mark == l.mark && o.depth == l.depth && o.indent == l.indent {
			return i // a sibling
		}
	}
	if l.mark == "" && l.indent == 0 && l.depth == 0 {
		return 0
	}
	if l.indent == 0 && l.depth == 0 {
		if slices.Contains(b.first, l.mark) {
			return 0
		}
	}
	level := len(b.open)
	for level > 0 && (b.open[level-1].depth > l.depth || b.open[level-1].depth == l.depth && b.open[level-1].indent > l.indent) {
		level--
	}
	for i := range level { // a deeper line with the same mark, less deep than the last
		if o := b.open[i]; o.depth == l.depth && o.indent == l.indent && o.mark == l.mark {
			return i
		}
	}
	return level
}
