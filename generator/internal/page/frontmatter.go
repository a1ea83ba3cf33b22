package page

import (
	"fmt"

	"worklog/generator/internal/source"
)

// Format is the format of front matter.
type Format int

// The formats; None is a page without front matter.
const (
	None Format = iota
	YAML
	TOML
	JSON
)

// FrontMatter is a page's front matter as Hugo would read it.
type FrontMatter struct {
	Format   Format
	Span     source.Span    // with its delimiters and the line end after them
	Inner    source.Span    // between the delimiters
	Fields   map[string]any // keys in lower case; where Err is set, what could be salvaged
	Unclosed bool           // the closing delimiter is missing: Hugo refuses the page
	Err      error          // what the parser of the format says; nil where it was read
	ErrAt    source.Span

	keys map[string]keyLine
}

// keyLine is where a top-level key stands.
type keyLine struct {
	line  source.Span // key and value
	value source.Span
}

// Has reports whether the front matter has that top-level key; keys are compared in lower case, as
// Hugo does.
func (f *FrontMatter) Has(key string) bool { _, ok := f.Fields[key]; return ok }

// String returns a top-level value as a string; numbers and dates are given as written, anything
// else and an absent key as "".
func (f *FrontMatter) String(key string) string {
	switch v := f.Fields[key].(type) {
	case nil, []any, map[string]any:
		return ""
	case string:
		return v
	default:
		return fmt.Sprint(v)
	}
}

// LineSpan returns where a top-level key and its value stand, or the first line of the front
// matter where the key is absent.
func (f *FrontMatter) LineSpan(key string) source.Span { return f.spans(key).line }

// ValueSpan returns where a top-level value stands, quotes included, or the first line of the front
// matter where the key is absent.
func (f *FrontMatter) ValueSpan(key string) source.Span { return f.spans(key).value }

func (f *FrontMatter) spans(key string) keyLine {
	if k, ok := f.keys[key]; ok {
		return k
	}
	first := source.Span{Start: f.Span.Start, End: min(f.Span.Start+3, f.Span.End)}
	return keyLine{line: first, value: first}
}
