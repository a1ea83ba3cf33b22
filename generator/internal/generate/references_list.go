package generate

import (
	"cmp"
	"html/template"
)

// Heading is the host's name, or what the site itself is called.
func (h Host) Heading(site string) template.HTML { return breakable(cmp.Or(h.Name, site)) }

// Items writes the references of the host as list items without end tags.
func (h Host) Items(words *Wording) template.HTML { return referenceItems(h.References, words) }

// TextItems writes the references without an address in the same form.
func (b *Bibliography) TextItems(words *Wording) template.HTML { return referenceItems(b.Texts, words) }

func referenceItems(refs []Reference, words *Wording) template.HTML {
	w := listWriter{words: words}
	for _, r := range refs {
		w.WriteString("<li>")
		switch {
		case r.URL == "":
			w.WriteString("<span>")
			w.escape(r.Title)
			w.WriteString("</span>")
		case r.Title == r.at.bare:
			w.address(r.URL, r.Title)
		default:
			w.link(r.URL, r.Title)
		}
		w.cited(r.Cited, true)
		w.WriteByte('\n')
	}
	return w.html()
}

// HasLocalSources reports whether a reference of the week leads to another page of the site, so that
// SourceItems needs to know where the week's page lies.
func (w *Week) HasLocalSources() bool {
	for i := range w.Sources {
		if u := w.Sources[i].URL; u != "" && isLocal(u) {
			return true
		}
	}
	return false
}

// SourceItems writes the week's references as list items without end tags, for any page; page is the
// address of the week's.
func (w *Week) SourceItems(page string) template.HTML {
	var out listWriter
	for i := range w.Sources {
		s := &w.Sources[i]
		out.WriteString("<li>")
		switch {
		case s.URL == "":
			out.escape(s.Title)
		case s.Title == "":
			out.address(absolute(s.URL, page), s.at.bare)
		default:
			out.link(absolute(s.URL, page), s.Title)
		}
		if host := s.Host(); host != "" {
			out.WriteString(` <span>`)
			out.escape(host)
			out.WriteString("</span>")
		}
		out.WriteByte('\n')
	}
	return out.html()
}
