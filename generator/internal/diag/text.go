package diag

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// TextOptions says how WriteText prints; the zero value fits a pipe.
type TextOptions struct {
	Color bool // ANSI colours, for a terminal that wants them
	Width int  // columns of the terminal; 0 stands for 100
}

const (
	defaultWidth = 100
	indent       = 4  // of a source line, in columns
	narrowest    = 10 // columns that a source line gets on any terminal
)

// WriteText prints findings for people in the order of Sort: each with its place, its source line
// with the span underlined and its hint, and at the end how many there are.
func WriteText(w io.Writer, ds []Diagnostic, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = defaultWidth
	}
	ds = slices.Clone(ds)
	Sort(ds)
	b := bufio.NewWriter(w)
	p := printer{w: b, color: o.Color}
	for _, d := range ds {
		p.finding(d, max(narrowest, o.Width-indent))
	}
	p.write(plain, Summary(ds)+"\n")
	return b.Flush()
}

// Summary counts findings by severity: "2 errors, 1 warning, 3 info in 2 files", or "no findings".
func Summary(ds []Diagnostic) string {
	var counts []string
	for _, s := range []Severity{Error, Warning, Info} {
		switch n := Count(ds, s); {
		case n == 1 || n > 1 && s == Info:
			counts = append(counts, fmt.Sprintf("%d %v", n, s))
		case n > 1:
			counts = append(counts, fmt.Sprintf("%d %vs", n, s))
		}
	}
	if len(counts) == 0 {
		return "no findings"
	}
	files := map[string]bool{}
	for _, d := range ds {
		files[d.File.Path] = true
	}
	in := "1 file"
	if len(files) > 1 {
		in = fmt.Sprintf("%d files", len(files))
	}
	return strings.Join(counts, ", ") + " in " + in
}

// style is an ANSI escape sequence that begins a style.
type style string

const (
	plain  style = ""
	bold   style = "\x1b[1m"
	dim    style = "\x1b[2m"
	red    style = "\x1b[1;31m"
	yellow style = "\x1b[1;33m"
	cyan   style = "\x1b[1;36m"
	reset        = "\x1b[0m"
)

func styleOf(s Severity) style {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	default:
		return cyan
	}
}

type printer struct {
	w     *bufio.Writer // keeps the first error until Flush
	color bool
}

func (p printer) write(s style, text string) {
	if p.color && s != plain {
		text = string(s) + text + reset
	}
	p.w.WriteString(text)
}

func (p printer) finding(d Diagnostic, width int) {
	at := d.File.Position(d.Span.Start)
	p.write(bold, fmt.Sprintf("%s:%d:%d:", printable(d.File.Path), at.Line, at.Column))
	p.write(plain, " ")
	p.write(styleOf(d.Severity), d.Severity.String()+":")
	p.write(plain, " "+printable(d.Message)+" ")
	p.write(dim, "["+d.Rule+"]")
	p.write(plain, "\n")
	if line, underline := snippet(d.File, at.Line, d.Span, d.Secrets, width); line != "" {
		pad := strings.Repeat(" ", indent)
		p.write(plain, strings.TrimRight(pad+line, " ")+"\n")
		before := len(underline) - len(strings.TrimLeft(underline, " "))
		p.write(plain, pad+underline[:before])
		p.write(styleOf(d.Severity), underline[before:])
		p.write(plain, "\n")
	}
	if d.Hint != "" {
		p.write(plain, "  ")
		p.write(bold, "hint:")
		p.write(plain, " "+printable(d.Hint)+"\n")
	}
}

// printable keeps an author's text on one line and away from the terminal's controls.
func printable(text string) string { return strings.Map(visible, text) }

func visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
		return unicode.ReplacementChar
	default:
		return r
	}
}
