package page

import "worklog/generator/internal/source"

// RunKind tells the runs of a cell apart.
type RunKind uint8

// The kinds of run.
const (
	Text  RunKind = iota
	Break         // <br>
	Image         // Link.URL is the source, Text the alternative text
	Open          // a structural tag: Text is ul, ol, li, p or div
	Close
)

// Style is a set of text styles.
type Style uint16

// The styles.
const (
	Bold Style = 1 << iota
	Italic
	Code
	Strike
	Underline
	Mark
	Small
	Subscript
	Superscript
	Keyboard
)

// Run is a stretch of a cell under one set of styles: Markdown flattened, so that lines and lists
// can be found across its marks.
type Run struct {
	Kind  RunKind
	Style Style
	Text  string // entities and escapes resolved; the name of a structural tag
	Span  source.Span
	Link  *Link // shared by all runs of one link; the source of an image
}

// Link is a link or the source of an image.
type Link struct {
	URL   string      // as a browser would get it
	Title string      // the title attribute
	Span  source.Span // the whole link
	URLAt source.Span // the URL as written; the whole link where it stands elsewhere
	Auto  bool        // a bare URL or <URL>
}
