package generate

import (
	"fmt"
	"html/template"
)

// WeekItems writes the weeks of a language as list items, in order: number in the format of word
// ("Week %d") where the title does not say it, title, dates and, where objectives are wanted, what the week was for. addresses are those
// of the pages on the site by PagePath, a week without one is left out; so is one that here lacks, a
// map with the PagePath of some weeks, or nil for all.
func (d *Data) WeekItems(language, word string, addresses, here map[string]any, objectives bool) template.HTML {
	var out listWriter
	for _, w := range d.Weeks[language] {
		address, ok := addresses[w.PagePath].(string)
		if !ok || here != nil && here[w.PagePath] == nil {
			continue
		}
		out.WriteString("<li>")
		if w.Number > 0 && !w.Named {
			out.WriteString("<b>")
			out.escape(fmt.Sprintf(word, w.Number))
			out.WriteString("</b> ")
		}
		out.link(address, w.LinkTitle)
		if w.Start.ISO != "" {
			out.WriteString(" <span>" + string(w.Dates()) + "</span>")
		}
		if objectives && w.Objective != "" {
			out.WriteString(`<p class="objective" dir="auto">`)
			out.escape(w.Objective)
			out.WriteString("</p>")
		}
		out.WriteString("</li>\n")
	}
	return out.html()
}
