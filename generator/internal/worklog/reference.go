package worklog

import (
	"slices"
	"strings"
	"unicode"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// readReferences takes the references out of a cell. In a reference column text without a link is a
// reference, too; elsewhere only links are.
func readReferences(runs []page.Run, column bool) []Reference {
	if !column && !slices.ContainsFunc(runs, func(r page.Run) bool { return r.Link != nil }) {
		return nil
	}
	var out []Reference
	for _, l := range splitLines(runs) {
		out = append(out, lineReferences(l.runs, column)...)
	}
	return out
}

// lineReferences reads one line. The words before a bare URL are its title: "AWS docs: https://…".
func lineReferences(runs []page.Run, column bool) []Reference {
	var out []Reference
	var words []page.Run
	linked := false
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		if r.Link == nil || r.Kind == page.Image {
			words = append(words, r)
			continue
		}
		from := i
		for i+1 < len(runs) && runs[i+1].Link == r.Link {
			i++
		}
		ref := Reference{URL: r.Link.URL, Span: r.Link.Span, URLAt: r.Link.URLAt, Auto: r.Link.Auto}
		if ref.Auto {
			if column {
				ref.Title = title(words)
			}
		} else {
			ref.Title = page.Words(runs[from : i+1])
		}
		words, linked = nil, true
		out = append(out, ref)
	}
	if !column || linked {
		return out
	}
	for _, r := range words {
		if ref, ok := bareAddress(r); ok {
			return []Reference{ref}
		}
	}
	if t := title(words); t != "" && !isNothing(t) {
		out = append(out, Reference{Title: t, Span: runsSpan(words)})
	}
	return out
}

// title is the words of runs less list marks and the punctuation that leads to a URL.
func title(runs []page.Run) string {
	t := strings.TrimLeftFunc(page.Words(runs), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(":,;-–—•|)>", r)
	})
	return strings.TrimRightFunc(t, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(":,;-–—•|(<", r)
	})
}

// isNothing reports whether a cell says that there is no reference.
func isNothing(s string) bool {
	switch fold.Words(s) {
	case "", "n/a", "na", "none", "no", "nil", "null", "x", "khong", "khong co", ".", "...", "…", "_", "/":
		return true
	}
	return false
}

// bareAddress finds an address without a scheme, such as gohugo.io, that is all the text of a run.
func bareAddress(r page.Run) (Reference, bool) {
	text := strings.TrimSpace(r.Text)
	if r.Kind != page.Text || text == "" || strings.ContainsAny(text, " \t,") {
		return Reference{}, false
	}
	host, _, _ := strings.Cut(text, "/")
	labels := strings.Split(strings.ToLower(host), ".")
	if len(labels) < 2 || !isTopLevelDomain(labels[len(labels)-1]) {
		return Reference{}, false
	}
	for _, l := range labels {
		if l == "" || strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return Reference{}, false
		}
	}
	at := r.Span
	if len(r.Text) == r.Span.Len() {
		i := strings.Index(r.Text, text)
		at = r.Span.Sub(i, i+len(text))
	}
	return Reference{URL: text, Span: at, URLAt: at, Auto: true}, true
}

// isTopLevelDomain knows the domains that references of internships lie in; "Node.js" and
// "template.yaml" must not pass for hosts.
func isTopLevelDomain(s string) bool {
	switch s {
	case "com", "org", "net", "io", "dev", "vn", "edu", "gov", "app", "aws", "ai", "me", "info", "cloud", "tech", "co", "us", "uk", "eu", "be":
		return true
	}
	return false
}

func runsSpan(runs []page.Run) source.Span {
	if len(runs) == 0 {
		return source.Span{}
	}
	return source.Span{Start: runs[0].Span.Start, End: runs[len(runs)-1].Span.End}
}
