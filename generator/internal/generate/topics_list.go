package generate

import "html/template"

// Items writes the topics as list items without end tags.
func (l Letter) Items(words *Wording) template.HTML {
	w := listWriter{words: words}
	for _, t := range l.Topics {
		w.WriteString(`<li><b>`)
		w.escape(t.Name)
		w.WriteString("</b>")
		w.cited(t.Cited, false)
		w.WriteByte('\n')
	}
	return w.html()
}
