package search

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Rank says where in a row a word stands. Each counts for twice as much as the one below it, and
// Context for nothing: it is there for a query such as "week 8 docker", whose words stand apart.
type Rank int

// The ranks.
const (
	Context Rank = iota // in the title of the row's page
	Plain
	Code
	Head
	Title

	ranks
)

// postings are the rows of each word, as they are written.
type postings struct {
	words   map[string]*posting
	scratch []byte
}

type posting struct {
	list    []byte // "35,5,8"
	written int    // the last row in list
	row     int    // the row under way
	rank    Rank
	pending bool // row and rank are not in list yet
}

// add notes the words of a text of one row; rows come in order.
func (p *postings) add(row int, rank Rank, text string) {
	p.scratch = words(p.scratch, text, func(word []byte) {
		v := p.words[string(word)]
		if v == nil {
			v = &posting{}
			p.words[string(word)] = v
		}
		v.add(row, rank)
	})
}

func (v *posting) add(row int, rank Rank) {
	if v.pending && v.row == row {
		v.rank = max(v.rank, rank)
		return
	}
	v.flush()
	v.row, v.rank, v.pending = row, rank, true
}

func (v *posting) flush() {
	if !v.pending {
		return
	}
	if len(v.list) > 0 {
		v.list = append(v.list, ',')
	}
	v.list = strconv.AppendInt(v.list, int64((v.row-v.written)*int(ranks)+int(v.rank)), 10)
	v.written, v.pending = v.row, false
}

// addPart notes the words of one part, line by line and mark by mark.
func (p *postings) addPart(row int, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if head, rest, ok := strings.Cut(line, "\t"); ok {
			p.add(row, Head, head)
			line = rest
		}
		rank := Plain
		for piece := range strings.SplitSeq(line, "`") {
			p.add(row, rank, piece)
			rank = Plain + Code - rank
		}
	}
}

// read notes all the words of the documents, which have rows from 0 on.
func (p *postings) read(docs []Document) {
	row := 0
	for _, d := range docs {
		for i, part := range d.Parts {
			rank := Context
			if i == 0 {
				rank = Title
			}
			p.add(row, rank, d.Title)
			p.addPart(row, part.Text)
			row++
		}
	}
	for _, v := range p.words {
		v.flush()
	}
}

// sorted returns the words in the order of JavaScript's strings.
func (p *postings) sorted() []string {
	return slices.SortedFunc(maps.Keys(p.words), compareUTF16)
}

// compareUTF16 compares by UTF-16 code units. Bytes of UTF-8 compare alike, but that letters beyond
// U+FFFF (0xF0 and up) come before the last ones below it (0xEE and 0xEF).
func compareUTF16(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		if a[i] >= 0xEE && b[i] >= 0xEE && (a[i] >= 0xF0) != (b[i] >= 0xF0) {
			return cmp.Compare(b[i], a[i])
		}
		return cmp.Compare(a[i], b[i])
	}
	return cmp.Compare(len(a), len(b))
}
