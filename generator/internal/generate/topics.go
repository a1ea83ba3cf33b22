package generate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

// mention is a topic that a week names, in one spelling.
type mention struct {
	as  *spelling
	row *Row // the first that names it so; nil where it has no anchor
}

// spelling is one way to write a topic; those with the same key mean the same.
type spelling struct {
	text, key string
	code      bool // never but as code
}

// spellings holds what task cells have in bold or as code, so that each is judged once; nil stands for
// what names no topic.
type spellings struct {
	heads, code map[string]*spelling
	known       dictionary
}

func newSpellings() *spellings {
	return &spellings{map[string]*spelling{}, map[string]*spelling{}, newDictionary()}
}

// head returns the topic that a bold head names, or nil.
func (s *spellings) head(text string) *spelling {
	found, ok := s.heads[text]
	if !ok {
		found = s.own(headTopic(text))
		s.heads[text] = found
	}
	return found
}

// codeName returns the topic that code names, or nil.
func (s *spellings) codeName(text string) *spelling {
	found, ok := s.code[text]
	if !ok {
		found = s.own(codeTopic(text))
		s.code[text] = found
	}
	return found
}

// own returns the topic unless its name is, or holds, that of a known one: those are found anyhow.
func (s *spellings) own(topic *spelling) *spelling {
	if topic == nil {
		return nil
	}
	known := false
	s.known.find(topic.text, func(k *spelling) {
		known = known || k.key != topic.key || topic.text == k.text || topic.text == withoutVendor(k.text)
	})
	if known {
		return nil
	}
	return topic
}

// readTopics notes what the lines of a task name.
func (b *builder) readTopics(items []*worklog.Item) {
	names := b.shared.spellings
	for _, it := range items {
		if head := boldHead(it.Runs); head != "" {
			b.mention(names.head(head))
		}
		for _, r := range it.Runs {
			if r.Kind != page.Text {
				continue
			}
			if r.Style&page.Code != 0 {
				b.mention(names.codeName(r.Text))
			}
			names.known.find(r.Text, b.mention)
		}
		b.readTopics(it.Items)
	}
}

// mention adds a topic in a spelling, once a week.
func (b *builder) mention(s *spelling) {
	if s != nil && !slices.ContainsFunc(b.mentions, func(m mention) bool { return m.as == s }) {
		b.mentions = append(b.mentions, mention{s, b.current})
	}
}

// boldHead returns the bold words at the beginning of a line that head what follows: the whole line,
// or up to a colon, a dash or a parenthesis. Bold words in the flow of a sentence are none.
func boldHead(runs []page.Run) string {
	n := 0
	for n < len(runs) && runs[n].Kind == page.Text && runs[n].Style&page.Bold != 0 && runs[n].Style&page.Code == 0 {
		n++
	}
	if n == 0 {
		return ""
	}
	head := strings.TrimSpace(page.Words(runs[:n]))
	if n == len(runs) || strings.HasSuffix(head, ":") {
		return head
	}
	rest := strings.TrimLeftFunc(page.Words(runs[n:]), unicode.IsSpace)
	if first, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune(":-–—(", first) {
		return head
	}
	return ""
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
	names map[*spelling]int // how many weeks write it so
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
			topic := seen[m.as.key]
			if topic == nil {
				topic = &Topic{key: m.as.key, names: map[*spelling]int{}}
				seen[m.as.key] = topic
				all = append(all, topic)
			}
			topic.names[m.as]++
			if n := len(topic.Cited); n == 0 || topic.Cited[n-1].Week != w {
				topic.Cited = append(topic.Cited, citation(w, page, m.row))
			}
		}
	}
	all = slices.DeleteFunc(all, (*Topic).isPassing)
	for _, topic := range all {
		topic.settle()
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
		if !s.code {
			return false
		}
	}
	return true
}

// settle chooses the name: the spelling of most weeks, of several the longest.
func (t *Topic) settle() {
	best := 0
	for s, n := range t.names {
		longer := cmp.Or(cmp.Compare(len(s.text), len(t.Name)), cmp.Compare(s.text, t.Name))
		if n > best || n == best && longer > 0 {
			t.Name, best = s.text, n
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
