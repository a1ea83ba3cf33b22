package generate

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/topic"
	"worklog/generator/internal/worklog"
)

// mention is a topic that a week names, in one spelling.
type mention struct {
	as  *topic.Spelling
	row *Row // the first that names it so; nil where it has no anchor
}

// readTopics notes what the lines of a task name.
func (b *builder) readTopics(items []*worklog.Item) {
	for _, it := range items {
		b.shared.topics.Read(it.Runs, b.mention)
		b.readTopics(it.Items)
	}
}

// mention adds a topic in a spelling, once a week.
func (b *builder) mention(s *topic.Spelling) {
	if !slices.ContainsFunc(b.mentions, func(m mention) bool { return m.as == s }) {
		b.mentions = append(b.mentions, mention{s, b.current})
	}
}

// Topics is what the tasks of a language's weeks name in bold heads and code.
type Topics struct {
	weeks []*Week // in order
}

// newTopics gathers them.
func newTopics(weeks []*Week) *Topics { return &Topics{weeks} }

// Topic is a service or technology that tasks name.
type Topic struct {
	Name  string // as most weeks write it
	Cited []Citation

	key   string
	names map[*topic.Spelling]int // how many weeks write it so
}

// Letter is the topics that begin with one letter, without the names of vendors.
type Letter struct {
	Name   string // "A"; "#" for digits and signs; empty where there are too few topics for letters
	Topics []*Topic
}

// manyTopics is from how many on a reader looks for a name and not for what came up most.
const manyTopics = 31

// On lists the topics of the weeks that are on the site: addresses gives the address of a page by its
// PagePath. Many are in the order of the alphabet, a few in that of the number of weeks.
func (t *Topics) On(addresses map[string]any) []Letter {
	var all []*Topic
	seen := map[string]*Topic{}
	for _, w := range t.weeks {
		page, ok := addresses[w.PagePath].(string)
		if !ok {
			continue
		}
		for _, m := range w.mentions {
			found := seen[m.as.Key]
			if found == nil {
				found = &Topic{key: m.as.Key, names: map[*topic.Spelling]int{}}
				seen[m.as.Key] = found
				all = append(all, found)
			}
			found.names[m.as]++
			if n := len(found.Cited); n == 0 || found.Cited[n-1].Week != w {
				found.Cited = append(found.Cited, citation(w, page, m.row))
			}
		}
	}
	all = slices.DeleteFunc(all, (*Topic).isPassing)
	for _, found := range all {
		found.settle()
	}
	if len(all) == 0 {
		return nil
	}
	if len(all) < manyTopics {
		slices.SortFunc(all, func(x, y *Topic) int {
			return cmp.Or(cmp.Compare(len(y.Cited), len(x.Cited)), cmp.Compare(x.key, y.key))
		})
		return []Letter{{Topics: all}}
	}
	return byLetter(all)
}

// isPassing reports whether a name is only ever code, and of one week only: what services and tools
// are called comes up again, what the author's own functions are called does not.
func (t *Topic) isPassing() bool {
	if len(t.Cited) > 1 {
		return false
	}
	for s := range t.names {
		if !s.Code {
			return false
		}
	}
	return true
}

// settle chooses the name: the spelling of most weeks, of several the longest.
func (t *Topic) settle() {
	best := 0
	for s, n := range t.names {
		longer := cmp.Or(cmp.Compare(len(s.Text), len(t.Name)), cmp.Compare(s.Text, t.Name))
		if n > best || n == best && longer > 0 {
			t.Name, best = s.Text, n
		}
	}
	t.names = nil
}

func byLetter(all []*Topic) []Letter {
	slices.SortFunc(all, func(x, y *Topic) int { return cmp.Compare(x.key, y.key) })
	var out []Letter
	for _, t := range all {
		name := "#"
		if r, _ := utf8.DecodeRuneInString(t.key); unicode.IsLetter(r) {
			name = string(unicode.ToUpper(r))
		}
		if len(out) == 0 || out[len(out)-1].Name != name {
			out = append(out, Letter{Name: name})
		}
		last := &out[len(out)-1]
		last.Topics = append(last.Topics, t)
	}
	return out
}
