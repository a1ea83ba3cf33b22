package search

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"
)

// Name is the file of the index; the other files lie in the folder of the same name without the
// extension. No page of an author's has such an address.
const Name = "search-index.json"

// Sizes says how the index is cut into files.
type Sizes struct {
	Whole int // bytes of pages up to which the index is one file
	Words int // bytes of a file of words; one word with very many rows may take more
	Pages int // bytes of a file of pages, likewise
	Files int // files of pages, about: beyond it they grow in place of their number
}

// DefaultSizes has a reader load no more than 25 KB (compressed) at once, and a few files for each query.
func DefaultSizes() Sizes {
	return Sizes{Whole: 75_000, Words: 12_000, Pages: 4_000, Files: 1_000}
}

// Write writes the files of an index by calling file with the name of each, relative to the home of
// the language, and its content, which holds until file returns.
func Write(docs []Document, s Sizes, file func(name string, data []byte) error) error {
	w := writer{file: file}
	pages := make([]json.RawMessage, len(docs))
	total := 0
	for i, d := range docs {
		pages[i] = w.page(d, d.Parts)
		total += len(pages[i])
	}
	if total <= s.Whole {
		return file(Name, w.encode(map[string]any{"pages": pages}))
	}
	pages = nil
	m := manifest{}
	hash := fnv.New64a()
	w.file = func(name string, data []byte) error {
		hash.Write(data)
		return file(strings.TrimSuffix(Name, ".json")+"/"+name, data)
	}
	var err error
	if m.Pages, err = w.pages(docs, max(s.Pages, total/s.Files)); err != nil {
		return err
	}
	if m.Words, err = w.words(docs, s.Words); err != nil {
		return err
	}
	m.Version = hex.EncodeToString(hash.Sum(nil))
	return file(Name, w.encode(m))
}

// manifest says in which files the parts of an index are.
type manifest struct {
	Version string   `json:"version"` // changes with the content of any file
	Words   []string `json:"words"`   // the first word of each file of words
	Pages   []int    `json:"pages"`   // the first row of each file of pages
}

// writer writes files and remembers nothing of them.
type writer struct {
	file func(name string, data []byte) error
	flat []string
}

func (w *writer) encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings and numbers only
	}
	return b.Bytes()
}

// page encodes some of the parts of a document.
func (w *writer) page(d Document, parts []Part) []byte {
	w.flat = append(w.flat[:0], d.Address, d.Title)
	for _, p := range parts {
		w.flat = append(w.flat, p.Anchor, p.Text)
	}
	return bytes.TrimSuffix(w.encode(w.flat), []byte("\n"))
}

// pages writes the files of pages, each of about size bytes, and returns the first row of each.
func (w *writer) pages(docs []Document, size int) (first []int, err error) {
	buffer := []byte("[")
	row, from := 0, 0
	end := func() error {
		if row == from {
			return nil
		}
		err := w.file(fmt.Sprintf("pages-%d.json", len(first)), append(buffer, "]\n"...))
		first = append(first, from)
		buffer, from = buffer[:1], row
		return err
	}
	for _, d := range docs {
		for parts := d.Parts; len(parts) > 0; {
			n, length := 0, len(buffer)+len(d.Address)+len(d.Title)
			for n < len(parts) && (n == 0 || length < size) {
				length += len(parts[n].Anchor) + len(parts[n].Text) + len(`"","",`)
				n++
			}
			if row > from {
				buffer = append(buffer, ',')
			}
			buffer = append(buffer, w.page(d, parts[:n])...)
			row += n
			parts = parts[n:]
			if len(buffer) >= size {
				if err := end(); err != nil {
					return nil, err
				}
			}
		}
	}
	err = end()
	return first, err
}

// words writes the files of words, each of about size bytes, and returns the first word of each.
func (w *writer) words(docs []Document, size int) (first []string, err error) {
	p := postings{words: map[string]*posting{}}
	p.read(docs)
	buffer := []byte("{")
	from := ""
	end := func() error {
		if len(buffer) == 1 {
			return nil
		}
		err := w.file(fmt.Sprintf("words-%d.json", len(first)), append(buffer, "}\n"...))
		first = append(first, from)
		buffer = buffer[:1]
		return err
	}
	for _, word := range p.sorted() {
		list := p.words[word].list
		if len(buffer) > 1 && len(buffer)+len(word)+len(list) > size {
			if err := end(); err != nil {
				return nil, err
			}
		}
		if len(buffer) == 1 {
			from = word
		} else {
			buffer = append(buffer, ',')
		}
		buffer = append(buffer, '"') // letters and digits need no escape
		buffer = append(buffer, word...)
		buffer = append(append(append(buffer, `":[`...), list...), ']')
	}
	err = end()
	return first, err
}
