// Package page reads one Markdown file: its front matter, headings and tables, each with its span.
// It knows Markdown, not worklogs.
package page

import (
	"github.com/yuin/goldmark/parser"

	"worklog/generator/internal/source"
)

// Page is one content file. Everything in it points into File.
type Page struct {
	File        *source.File
	FrontMatter FrontMatter
	Body        source.Span // what follows the front matter
	Headings    []Heading   // in order
	Tables      []*Table    // in order; tables in code fences and comments are not tables
	Flaws       []Flaw      // in order

	parser     *Parser
	text       []byte                      // File.Data less what Markdown cannot bear, byte for byte in place
	words      string                      // text as a string, of which runs are parts
	references map[string]parser.Reference // link reference definitions by label
	unclosed   bool                        // an HTML table runs to the end of the file
}

// Heading is a heading or a line that is all bold, which authors use as one.
type Heading struct {
	Level int         // 1 to 6; 0 for a bold line
	Span  source.Span // the text without its marks
	Text  string      // words without markup
	// Marks is the run of # before the text, or the line of = or - below it; empty for a bold line
	// and for a heading of several lines.
	Marks source.Span
}

// Table is a Markdown pipe table or an HTML table.
type Table struct {
	Span      source.Span // from the first byte of the header to the last of the last row
	Delimiter source.Span // the line |---|---|; empty in an HTML table
	HTML      bool
	Lines     []source.Span // each line of the table less the marks of the block around it (">", indents)
	Align     []string      // per column: left, center, right or empty
	Header    Row
	Rows      []Row
}

// Row is one row with the cells that its line has, neither padded nor cut to the header's number.
type Row struct {
	Span  source.Span
	Cells []Cell
}

// Cell is one cell, trimmed of white space; an empty cell has an empty span at its place.
type Cell struct {
	Span source.Span
}

// FlawKind names what keeps a file from being read as its author meant.
type FlawKind int

// The flaws.
const (
	InvalidUTF8     FlawKind = iota // bytes that are not UTF-8
	NULByte                         // a NUL, which Markdown replaces
	LoneCR                          // old Macintosh line ends, which Hugo takes for one line
	UnmatchedHeader                 // a delimiter line whose number of columns is not the header's
	PageTooLarge                    // larger than MaxSize: shown as it is, not read
	UnreadableFile                  // the file system does not give the file's content
)

// Flaw is one such place.
type Flaw struct {
	Kind FlawKind
	Span source.Span
	Note string // what the message needs besides the kind, such as "header 5, delimiter 4"
}

// Unreadable returns the page of a file whose content could not be had.
func Unreadable(f *source.File, err error) *Page {
	return &Page{File: f, Flaws: []Flaw{{Kind: UnreadableFile, Note: err.Error()}}}
}

// Text returns the bytes of the file with those that Markdown cannot bear replaced in place: spans
// hold in it. It must not be changed.
func (pg *Page) Text() []byte { return pg.text }
