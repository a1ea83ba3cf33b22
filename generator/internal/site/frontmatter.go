package site

import (
	"bytes"

	"github.com/gohugoio/hugo/parser/pageparser"
)

// noFrontMatter is an empty front matter that takes no line of its own.
var noFrontMatter = []byte("{}")

// guard keeps Hugo from taking the beginning of a page for front matter that is none: a list, a
// shortcode, or front matter without an end, which is then shown as text. fault is set for the last.
func guard(page []byte) (guarded []byte, fault *Message) {
	start := bytes.TrimLeft(bytes.TrimPrefix(page, []byte("\uFEFF")), " \t\r\n")
	switch {
	case len(start) == 0:
		return page, nil
	case start[0] == '-' || start[0] == '+':
		delimiter := bytes.Repeat(start[:1], 3)
		if !bytes.HasPrefix(start, delimiter) {
			return withGuard(page), nil
		}
		if bytes.Contains(start[3:], append([]byte("\n"), delimiter...)) || readable(page) {
			return page, nil
		}
		m := message(page, len(page)-len(start), "the front matter has no end: it is shown as text", "")
		return withGuard(page), &m
	case bytes.HasPrefix(start, []byte("{{")):
		return withGuard(page), nil
	}
	return page, nil
}

// readable reports whether Hugo finds the end of the front matter.
func readable(page []byte) bool {
	items, err := pageparser.ParseBytes(page, pageparser.Config{})
	return err == nil && len(items) > 0 && !items[0].IsError()
}

func withGuard(page []byte) []byte {
	at := 0
	if bytes.HasPrefix(page, []byte("\uFEFF")) {
		at = len("\uFEFF")
	}
	return bytes.Join([][]byte{page[:at], noFrontMatter, page[at:]}, nil)
}

// withoutFrontMatter blanks the front matter; the lines of the text stay where they are. Front
// matter that cannot even be found becomes text.
func withoutFrontMatter(page []byte) []byte {
	items, err := pageparser.ParseBytes(page, pageparser.Config{})
	if err != nil {
		return withGuard(page)
	}
	for i, it := range items {
		if it.IsFrontMatter() && i+1 < len(items) {
			body := len(page)
			if !items[i+1].IsDone() {
				body = items[i+1].Pos()
			}
			blank := bytes.Repeat([]byte("\n"), bytes.Count(page[:body], []byte("\n")))
			return guardText(append(blank, page[body:]...))
		}
	}
	return withGuard(page)
}

// guardText keeps a text without front matter from being taken for one.
func guardText(page []byte) []byte {
	guarded, _ := guard(page)
	return guarded
}
