package generate

import (
	"encoding/binary"
	"iter"
)

// Task is a row of a task table as plain data.
type Task struct {
	ID         string // the row's anchor on its page
	URL        string // absolute, of the row; known only after the site is rendered
	Day        string // "Monday", "Monday–Friday", "Day 1", or the author's words; may be empty
	Start, End string // ISO dates; empty where unknown
	Text       string // the words of the task, a line for each of its lines
	References []TaskReference
}

// TaskReference is a source that a task cites; either field may be empty.
type TaskReference struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// packedTasks is the tasks of a week in one string, as there are many of them and they wait until
// Hugo is done: each string behind its length, references behind their number.
type packedTasks string

// packer packs tasks; its zero value is ready.
type packer []byte

func (p *packer) add(t Task) {
	for _, s := range []string{t.ID, t.Day, t.Start, t.End, t.Text} {
		p.text(s)
	}
	*p = binary.AppendUvarint(*p, uint64(len(t.References)))
	for _, r := range t.References {
		p.text(r.Title)
		p.text(r.URL)
	}
}

func (p *packer) text(s string) {
	*p = append(binary.AppendUvarint(*p, uint64(len(s))), s...)
}

func (p *packer) done() packedTasks { return packedTasks(*p) }

// all yields the tasks in order. Their strings share the packed one.
func (p packedTasks) all() iter.Seq[Task] {
	return func(yield func(Task) bool) {
		for rest := p; rest != ""; {
			t := Task{
				ID: rest.text(), Day: rest.text(), Start: rest.text(), End: rest.text(), Text: rest.text(),
			}
			t.References = make([]TaskReference, rest.number())
			for i := range t.References {
				t.References[i] = TaskReference{rest.text(), rest.text()}
			}
			if !yield(t) {
				return
			}
		}
	}
}

// text takes the first string.
func (p *packedTasks) text() string {
	n := p.number()
	s := string((*p)[:n])
	*p = (*p)[n:]
	return s
}

// number takes a length or a count.
func (p *packedTasks) number() int {
	n, size := binary.Uvarint([]byte((*p)[:min(len(*p), binary.MaxVarintLen64)]))
	*p = (*p)[size:]
	return int(n)
}
