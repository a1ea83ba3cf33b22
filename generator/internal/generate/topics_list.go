package generate

import (
	"html/template"
	"strings"

	"worklog/generator/internal/topic"
)

// Items writes the topics as list items without end tags. The vendor, by which they are not sorted,
// is not in bold.
func (l Letter) Items(words *Wording) template.HTML {
	w := listWriter{words: words}
	for _, t := range l.Topics {
		short := topic.WithoutVendor(t.Name)
		w.WriteString("<li><span>")
		w.escape(strings.TrimSuffix(t.Name, short))
		w.WriteString("<b>")
		w.escape(short)
		w.WriteString("</b></span>")
		w.cited(t.Cited, false)
		w.WriteByte('\n')
	}
	return w.html()
}
