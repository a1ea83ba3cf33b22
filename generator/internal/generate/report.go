package generate

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"

	"worklog/generator/internal/chapter"
)

// setPlaces gives the weeks of a language their places on the report, the page that holds all of
// them. The first week with a number has the anchor that readers expect, "week-8"; one without a
// number, or with one that is taken, goes by its 1-based position, "part-12".
func setPlaces(weeks []*Week) {
	taken := make(map[int]bool, len(weeks))
	for i, w := range weeks {
		if w.Number > 0 && !taken[w.Number] {
			taken[w.Number] = true
			n := strconv.Itoa(w.Number)
			w.Anchor, w.idPrefix = "week-"+n, "w"+n+"-"
			continue
		}
		n := strconv.Itoa(i + 1)
		w.Anchor, w.idPrefix = "part-"+n, "p"+n+"-"
	}
}

// SheetHeads is the part of the report's style sheet that says what stands at the head of its sheets of
// paper: title on all of them, and on those of a week its number, in the format of word ("Week %d"), or
// its title.
func (d *Data) SheetHeads(language, title, word string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@page { @top-left { content: %s } }\n", cssString(title))
	for _, w := range d.Weeks[language] {
		name := w.Title
		if w.Number > 0 {
			name = fmt.Sprintf(word, w.Number)
		}
		fmt.Fprintf(&b, "#%[1]s { page: %[1]s } @page %[1]s { @top-right { content: %[2]s } }\n", w.Anchor, cssString(name))
	}
	return b.String()
}

// sheetHeadLength is how many characters fit the head of a sheet of paper beside the number of the week.
const sheetHeadLength = 70

// cssString is a text as a string of CSS, cut to one line. https://www.w3.org/TR/css-syntax-3/#consume-string-token
func cssString(s string) string {
	text := shorten(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == 0 || unicode.IsSpace(r) }), " "), sheetHeadLength)
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`, `<`, `\3c `, `{`, `\7b `, `}`, `\7d `).Replace(text) + `"`
}

// Chapter returns the week's content, rendered for a page at the address, as it stands on the report
// among the other weeks. Headings are a level lower, since there the week's title is one of the second
// level; for all else see chapter.Rewrite.
func (w *Week) Chapter(content template.HTML, address string) template.HTML {
	return placed(content, chapter.Place{Anchor: w.Anchor, Prefix: w.idPrefix, Address: address, Levels: 1})
}

// Part does the same for the n-th page below the week, such as one of its days; n is 1-based. Its
// anchor on the report is the week's with a dot and n behind it, and its title a heading of the third
// level.
func (w *Week) Part(n int, content template.HTML, address string) template.HTML {
	number := "." + strconv.Itoa(n)
	prefix := strings.TrimSuffix(w.idPrefix, "-") + number + "-"
	return placed(content, chapter.Place{Anchor: w.Anchor + number, Prefix: prefix, Address: address, Levels: 2})
}

func placed(content template.HTML, p chapter.Place) template.HTML {
	return template.HTML(chapter.Rewrite(string(content), p))
}
