package site

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gohugoio/hugo/common/herrors"
)

// position is how Hugo quotes a place within its messages; line and column may lack.
var position = regexp.MustCompile(`"((?:/|[A-Za-z]:\\)[^"\n]*?)(?::(\d+):(\d+))?":? ?`)

// repeated is a position at the beginning of a reason, which the place has made good.
var repeated = regexp.MustCompile(`^(?:\[\d+:\d+\]|template: \S+:\d+(?::\d+)?:) `)

// place is a file that Hugo blames, as Hugo names it.
type place struct {
	file         string
	line, column int
	text         string
}

// blames lists, for each error that err joins, the files that it blames: from the outermost, a page,
// to the innermost, the template that failed.
func blames(err error) [][]place {
	var here []place
	if fe, ok := err.(herrors.FileError); ok {
		p := fe.Position()
		here = []place{{p.Filename, p.LineNumber, p.ColumnNumber, cause(fe)}}
	}
	var below [][]place
	switch err := err.(type) {
	case interface{ Unwrap() []error }:
		for _, e := range err.Unwrap() {
			below = append(below, blames(e)...)
		}
	case interface{ Unwrap() error }:
		below = blames(err.Unwrap())
	}
	if len(below) == 0 && len(here) > 0 {
		return [][]place{here}
	}
	for i := range below {
		below[i] = append(slices.Clone(here), below[i]...)
	}
	return below
}

// cause gives the innermost reason: the outer ones repeat it after paths.
func cause(err error) string {
	text := herrors.Cause(err).Error()
	if i := strings.LastIndex(text, ">: "); strings.HasPrefix(text, "template: ") && i >= 0 {
		text = text[i+len(">: "):]
	}
	text, _, _ = strings.Cut(text, "\n") // an excerpt follows
	text, _, _ = strings.Cut(text, "; the current security configuration is:")
	return repeated.ReplaceAllString(text, "")
}

// describe turns a place into a message with the author's path; the text loses the paths of the
// generated files.
func (r *renderer) describe(p place) Message {
	m := Message{Text: r.plain(p.text), Line: max(p.line, 0), Column: max(p.column, 0)}
	file := filepath.Clean(filepath.FromSlash(p.file))
	if p.file == "" {
		return m
	}
	if name, theirs, ok := r.templates.origin(file); ok {
		m.File = name
		if !theirs {
			m.Text = "in the generator's own template: " + m.Text
		}
		return m
	}
	if rel, ok := r.files.relative(file); ok {
		m.File = rel
		m.Column = runeColumn(r.o.Pages[rel], m.Line, m.Column)
	}
	return m
}

// logged turns a line of Hugo's log into a message.
func (r *renderer) logged(line string) Message {
	line, _, _ = strings.Cut(strings.TrimSpace(line), "\n") // the rest is about silencing it
	m := position.FindStringSubmatchIndex(line)
	if m == nil {
		message := Message{Text: r.plain(line)}
		_, path, _ := strings.Cut(line, r.o.Dir+string(filepath.Separator))
		if path = filepath.ToSlash(path); r.o.Pages[path] != nil {
			message.File = path
		}
		return message
	}
	p := place{file: line[m[2]:m[3]]}
	if m[4] >= 0 {
		p.line, p.column = atoi(line[m[4]:m[5]]), atoi(line[m[6]:m[7]])
	}
	p.text = line // the path is part of the sentence, unless it stands between colons
	if before, found := strings.CutSuffix(line[:m[0]], ": "); m[0] == 0 {
		p.text = line[m[1]:]
	} else if found && p.line > 0 {
		p.text = before + ": " + line[m[1]:]
	}
	return r.describe(p)
}

// plain takes the paths of generated files and of the site out of a text.
func (r *renderer) plain(text string) string {
	sep := string(filepath.Separator)
	for _, prefix := range []string{r.files.root + sep, r.o.Dir + sep} {
		text = strings.ReplaceAll(text, prefix, "")
	}
	return strings.TrimSuffix(strings.TrimSpace(text), ".")
}

// runeColumn converts Hugo's column, which counts bytes, to one that counts code points.
func runeColumn(page []byte, line, column int) int {
	for range line - 1 {
		i := bytes.IndexByte(page, '\n')
		if i < 0 {
			return column
		}
		page = page[i+1:]
	}
	if column < 1 || column > len(page)+1 {
		return column
	}
	return utf8.RuneCount(page[:column-1]) + 1
}

// atoi reads digits that a pattern has matched; a number too large for a place becomes 0.
func atoi(digits string) int {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
		if n > 1<<30 {
			return 0
		}
	}
	return n
}
