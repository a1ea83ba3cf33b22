package chapter

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lower takes the name of a heading down, below the title of the chapter, and reports whether it is
// another one now.
func (w *writer) lower(name string) (string, bool) {
	if len(name) != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '5' {
		return name, false
	}
	level := max(int(name[1]-'0'), 2) + w.Levels
	return "h" + strconv.Itoa(min(level, 6)), true
}

// change returns the value that an attribute needs on the report, where that is another one.
func (w *writer) change(tag atom.Atom, a attribute) (string, bool) {
	switch string(a.key) {
	case "id":
		return w.Prefix + string(a.value), true
	case "name":
		return w.Prefix + string(a.value), tag == atom.A || tag == atom.Details || tag == atom.Map
	case "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns":
		ids := strings.Fields(string(a.value))
		for i := range ids {
			ids[i] = w.Prefix + ids[i]
		}
		return strings.Join(ids, " "), true
	case "href", "src", "poster", "usemap", "xlink:href", "data", "cite":
		to := w.resolve(strings.TrimSpace(string(a.value)))
		return to, to != string(a.value)
	}
	return "", false
}

// resolve returns an address in the content as the report has to give it.
func (w *writer) resolve(u string) string {
	switch {
	case u == "" || u[0] == '/' || hasScheme(u):
		return u
	case u == "#":
		return "#" + w.Anchor
	case u[0] == '#':
		return "#" + w.Prefix + u[1:]
	}
	folder := w.Address[:strings.LastIndexByte(w.Address, '/')+1]
	for {
		if rest, ok := strings.CutPrefix(u, "../"); ok {
			parent := strings.TrimSuffix(folder, "/")
			u, folder = rest, folder[:strings.LastIndexByte(parent, '/')+1]
		} else if rest, ok := strings.CutPrefix(u, "./"); ok {
			u = rest
		} else {
			break
		}
		if folder == "" {
			folder = "/"
		}
	}
	return folder + u
}

func hasScheme(u string) bool {
	scheme, _, ok := strings.Cut(u, ":")
	return ok && !strings.ContainsAny(scheme, "/?#")
}

// frame writes a link in place of a frame, and reports whether the frame has an address.
func (w *writer) frame() bool {
	var address, title string
	for _, a := range w.attributes {
		switch string(a.key) {
		case "src":
			address = string(a.value)
		case "title":
			title = string(a.value)
		}
	}
	if address == "" {
		return false
	}
	if video, ok := strings.CutPrefix(address, "https://www.youtube-nocookie.com/embed/"); ok {
		address = "https://youtu.be/" + video // a page of its own, and short on paper
	}
	if title == "" {
		title = address
	}
	w.out.WriteString(`<a class="framed" href="` + html.EscapeString(address) + `">` + html.EscapeString(title) + `</a>`)
	return true
}
