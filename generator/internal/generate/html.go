package generate

import (
	"html"
	"html/template"
	"net/url"
	"path"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
)

// markup is runs as HTML. Only what is written here can come out, whatever the author's cell holds:
// that is the sanitising.
func (b *builder) markup(runs []page.Run) template.HTML {
	var w markupWriter
	b.runs(&w, runs)
	return w.html()
}

func (b *builder) runs(w *markupWriter, runs []page.Run) {
	for i := 0; i < len(runs); {
		r := runs[i]
		if r.Kind != page.Text {
			b.other(w, r)
			i++
			continue
		}
		n := i + 1
		for n < len(runs) && runs[n].Kind == page.Text && runs[n].Link == r.Link {
			n++
		}
		href := ""
		if r.Link != nil {
			href = b.pageAddress(b.address(r.Link.URL))
		}
		if href != "" {
			w.WriteString(`<a href="`)
			w.escape(href)
			w.WriteString(`">`)
		}
		for ; i < n; i++ {
			w.restyle(runs[i].Style)
			w.escape(runs[i].Text)
		}
		w.restyle(0)
		if href != "" {
			w.WriteString("</a>")
		}
	}
}

// markupWriter gathers the HTML of a cell and remembers the styles that are open.
type markupWriter struct {
	strings.Builder
	open page.Style
}

func (w *markupWriter) html() template.HTML { return template.HTML(w.String()) }

func (w *markupWriter) escape(s string) { w.WriteString(html.EscapeString(s)) }

func (w *markupWriter) time(d civil.Date) {
	w.WriteString(date(d).time())
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
func (b *builder) other(w *markupWriter, r page.Run) {
	switch r.Kind {
	case page.Break:
		w.WriteString("<br>")
	case page.Image:
		src := b.beside(b.address(r.Link.URL))
		if src == "" {
			w.escape(r.Text)
			return
		}
		w.WriteString(`<img src="`)
		w.escape(src)
		w.WriteString(`" alt="`)
		w.escape(r.Text)
		w.WriteString(`" loading="lazy">`)
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

// beside returns the address of a file that lies beside the author's page: week1.md becomes the folder
// week1/, and what lay beside it lies a folder up.
func (b *builder) beside(u string) string {
	if b.leaf && isRelative(u) {
		return "../" + u
	}
	return u
}

// pageAddress returns the address of the page that a relative link to a Markdown file means; any
// other link stays as it is.
func (b *builder) pageAddress(u string) string {
	name, fragment, _ := strings.Cut(u, "#")
	if !isRelative(u) || !strings.HasSuffix(name, ".md") || b.pages == nil {
		return u
	}
	if unescaped, err := url.PathUnescape(name); err == nil {
		name = unescaped
	}
	to, ok := b.pages[path.Join(path.Dir(b.page.File.Path), name)]
	if !ok {
		return u
	}
	address := strings.Repeat("../", strings.Count(b.folder, "/")+min(len(b.folder), 1)) + to.Address()
	switch {
	case b.ugly && !to.Index:
		address += ".html"
	case address == "":
		address = "./"
	case !strings.HasSuffix(address, "/"): // as home's does
		address += "/"
	}
	if fragment != "" {
		address += "#" + fragment
	}
	return address
}

// isRelative reports whether an address is relative to the page.
func isRelative(u string) bool {
	return u != "" && u[0] != '/' && u[0] != '#' && u[0] != '?' && !strings.Contains(u, ":")
}
