package generate

import (
	"html/template"
	"strconv"
	"strings"
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

// Chapter returns the week's content, rendered for a page at the address, as it stands on the report
// among the other weeks: no id of it occurs in another week, links within it stay within it, relative
// addresses lead where they led, headings are a level lower, since there the week's title is one of
// the second level, and a frame, which paper cannot play, is a link. What the author left open or
// closed once too often ends with the week.
func (w *Week) Chapter(content template.HTML, address string) template.HTML {
	return rewrite(chapter{anchor: w.Anchor, prefix: w.idPrefix, address: address, levels: 1}, content)
}

// Part does the same for the n-th page below the week, such as one of its days; n is 1-based. Its
// anchor on the report is the week's with a dot and n behind it, and its title a heading of the third
// level.
func (w *Week) Part(n int, content template.HTML, address string) template.HTML {
	number := "." + strconv.Itoa(n)
	prefix := strings.TrimSuffix(w.idPrefix, "-") + number + "-"
	return rewrite(chapter{anchor: w.Anchor + number, prefix: prefix, address: address, levels: 2}, content)
}

func rewrite(c chapter, content template.HTML) template.HTML {
	if once := c; once.write(string(content)) {
		return template.HTML(once.out.String())
	}
	closed, err := closeElements(string(content))
	if err != nil { // nested more deeply than any browser follows
		closed = string(content)
	}
	c.write(closed)
	return template.HTML(c.out.String())
}
