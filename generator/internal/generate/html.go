package generate

import (
	"html"
	"html/template"
	"net/url"
	"strings"

	"worklog/generator/internal/page"
)

// markup writes runs as HTML. Only what is written here can come out, whatever the author's cell
// holds: that is the sanitising.
func (b *builder) markup(runs []page.Run) template.HTML {
	if len(runs) == 1 && runs[0].Kind == page.Text && runs[0].Style == 0 && runs[0].Link == nil {
		return template.HTML(html.EscapeString(runs[0].Text))
	}
	var w markupWriter
	for i := 0; i < len(runs); {
		r := runs[i]
		if r.Kind != page.Text {
			b.other(&w.Builder, r)
			i++
			continue
		}
		n := i + 1
		for n < len(runs) && runs[n].Kind == page.Text && runs[n].Link == r.Link {
			n++
		}
		href := ""
		if r.Link != nil {
			href = b.address(r.Link.URL)
		}
		if href != "" {
			w.WriteString(`<a href="` + html.EscapeString(href) + `">`)
		}
		for ; i < n; i++ {
			w.text(runs[i])
		}
		w.restyle(0)
		if href != "" {
			w.WriteString("</a>")
		}
	}
	return template.HTML(w.String())
}

// markupWriter remembers the styles that are open.
type markupWriter struct {
	strings.Builder
	open page.Style
}

func (w *markupWriter) text(r page.Run) {
	w.restyle(r.Style)
	w.WriteString(html.EscapeString(r.Text))
}

// styleTags lists the styles from the outermost element to the innermost.
func styleTags() [10]struct {
	style page.Style
	tag   string
} {
	return [...]struct {
		style page.Style
		tag   string
	}{
		{page.Bold, "strong"}, {page.Italic, "em"}, {page.Underline, "u"}, {page.Strike, "s"},
		{page.Mark, "mark"}, {page.Small, "small"}, {page.Subscript, "sub"}, {page.Superscript, "sup"},
		{page.Keyboard, "kbd"}, {page.Code, "code"},
	}
}

// restyle closes and opens elements until exactly the styles are open.
func (w *markupWriter) restyle(to page.Style) {
	if to == w.open {
		return
	}
	tags := styleTags()
	for i := len(tags) - 1; i >= 0; i-- {
		if w.open&tags[i].style != 0 {
			w.WriteString("</" + tags[i].tag + ">")
		}
	}
	for _, t := range tags {
		if to&t.style != 0 {
			w.WriteString("<" + t.tag + ">")
		}
	}
	w.open = to
}

// other writes what is not text.
func (b *builder) other(w *strings.Builder, r page.Run) {
	switch r.Kind {
	case page.Break:
		w.WriteString("<br>")
	case page.Image:
		src := b.address(r.Link.URL)
		if src == "" {
			w.WriteString(html.EscapeString(r.Text))
			return
		}
		w.WriteString(`<img src="` + html.EscapeString(src) + `" alt="` + html.EscapeString(r.Text) + `" loading="lazy">`)
	default:
		w.WriteByte(' ')
	}
}

// address returns a URL as it belongs into the page: root-absolute ones below the site's base path,
// and none that runs a script.
func (b *builder) address(u string) string {
	u = strings.TrimSpace(u)
	if strings.HasPrefix(u, "/") && !strings.HasPrefix(u, "//") {
		if strings.HasPrefix(u, b.basePath) {
			return u
		}
		return strings.TrimSuffix(b.basePath, "/") + u
	}
	scheme, _, ok := strings.Cut(u, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return u
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel", "ftp":
		if _, err := url.Parse(u); err != nil {
			return strings.ReplaceAll(u, " ", "%20")
		}
		return u
	}
	return ""
}
