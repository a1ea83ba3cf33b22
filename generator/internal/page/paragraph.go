package page

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// paragraphsKey is where paragraphReader leaves what it found, as a *paragraphs.
var paragraphsKey = parser.NewContextKey()

// paragraphs is what the paragraphs of a page turned out to be.
type paragraphs struct {
	tables []pipeTable
	plain  [][]text.Segment // the lines of each paragraph that is no table
}

// paragraphReader is goldmark's own table transformer, which also remembers the lines: goldmark
// itself drops the cells that a row has too many, and pads what it has too few. It then takes the
// paragraph out of the tree, which saves the pass over its inside: half of the time of a page.
type paragraphReader struct {
	tables parser.ParagraphTransformer
}

func (r paragraphReader) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	found := pc.Get(paragraphsKey).(*paragraphs)
	lines := slices.Clone(node.Lines().Sliced(0, node.Lines().Len()))
	parent := node.Parent()
	r.tables.Transform(node, reader, pc)
	rest := node.Lines().Len()
	if rest < len(lines) {
		// The table stands where the paragraph stood, or behind what is left of it.
		for n := parent.LastChild(); n != nil; n = n.PreviousSibling() {
			if table, ok := n.(*east.Table); ok {
				found.tables = append(found.tables, pipeTable{lines: lines[rest:], align: table.Alignments})
				parent.RemoveChild(parent, table)
				break
			}
		}
	}
	if rest > 0 && !isUnderline(reader) {
		found.plain = append(found.plain, lines[:rest])
		node.SetLines(text.NewSegments())
	}
}

// isUnderline reports whether the next line makes a heading of the paragraph, which then needs its
// lines.
func isUnderline(reader text.Reader) bool {
	next, _ := reader.PeekLine()
	next = bytes.TrimSpace(next)
	return len(next) > 0 && (len(bytes.Trim(next, "=")) == 0 || len(bytes.Trim(next, "-")) == 0)
}
