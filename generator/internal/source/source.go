// Package source holds an author's file: its bytes, spans of them, and positions for people.
package source

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// File is one file as the author wrote it. Its bytes never change, so a Span stays valid.
type File struct {
	Path  string // relative to the site's root, slashes forward
	Data  []byte
	lines []int // offset at which each line begins
}

// NewFile returns the file of that path and content. A line ends with LF, CR LF or a lone CR.
func NewFile(path string, data []byte) *File {
	return &File{Path: path, Data: data}
}

// Span is a half-open range of byte offsets in a file.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Sub returns the span of the bytes start to end of s, both counted from the beginning of s.
func (s Span) Sub(start, end int) Span { return Span{s.Start + start, s.Start + end} }

// Position is a place for people. Line and Column are 1-based; Column counts Unicode code points.
type Position struct {
	Line, Column int
}

// Text returns the bytes of a span as a string.
func (f *File) Text(s Span) string { return string(f.Bytes(s)) }

// Bytes returns the bytes of a span; they must not be changed.
func (f *File) Bytes(s Span) []byte { return f.Data[s.Start:s.End:s.End] }

// Position returns the place of a byte offset; an offset past the end stands for the end.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Data)))
	starts := f.lineStarts()
	line := sort.SearchInts(starts, offset+1)
	from := starts[line-1]
	if from == 0 && bytes.HasPrefix(f.Data, bom) && offset >= len(bom) {
		from = len(bom) // editors do not count the byte order mark
	}
	return Position{Line: line, Column: utf8.RuneCount(f.Data[from:offset]) + 1}
}

// LineSpan returns the span of a 1-based line without its line end; a line that the file does not
// have is empty.
func (f *File) LineSpan(line int) Span {
	starts := f.lineStarts()
	if line < 1 || line > len(starts) {
		return Span{len(f.Data), len(f.Data)}
	}
	from, to := starts[line-1], len(f.Data)
	if line < len(starts) {
		to = starts[line]
	}
	for to > from && (f.Data[to-1] == '\n' || f.Data[to-1] == '\r') {
		to--
	}
	return Span{from, to}
}

// Lines returns the number of lines; an empty file has one.
func (f *File) Lines() int { return len(f.lineStarts()) }

var bom = []byte("\uFEFF")

// lineStarts is computed at the first question: most files are never asked.
func (f *File) lineStarts() []int {
	if f.lines != nil {
		return f.lines
	}
	starts := []int{0}
	for i, b := range f.Data {
		if b == '\n' || b == '\r' && (i+1 == len(f.Data) || f.Data[i+1] != '\n') {
			starts = append(starts, i+1)
		}
	}
	f.lines = starts
	return starts
}
