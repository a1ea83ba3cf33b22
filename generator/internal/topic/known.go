package topic

import "strings"

// dictionary finds known names in text by their first word.
type dictionary map[string][]knownName

// knownName is one way to write a known topic.
type knownName struct {
	words   []string // without the vendor, lower case
	means   *Spelling
	vendor  bool // only where the vendor stands before it
	capital bool // only where the text begins it with a capital, as it may be a common word
}

func newDictionary() dictionary {
	d := dictionary{}
	for _, line := range names() {
		name, also, _ := strings.Cut(line, "=")
		means := &Spelling{Text: name, Key: keyOf(name)}
		d.add(knownName{means: means}, WithoutVendor(name))
		if also != "" {
			d.add(knownName{means: means}, also)
		}
	}
	for _, name := range branded() {
		d.add(knownName{means: &Spelling{Text: name, Key: keyOf(name)}, vendor: true}, WithoutVendor(name))
	}
	return d
}

// WithoutVendor returns a name as it is often said.
func WithoutVendor(name string) string {
	for _, vendor := range []string{"Amazon ", "AWS "} {
		name = strings.TrimPrefix(name, vendor)
	}
	return name
}

func (d dictionary) add(k knownName, name string) {
	signs := 0 // what no common word has: a digit, or a capital within
	for i, c := range []byte(name) {
		if c >= '0' && c <= '9' || i > 0 && c >= 'A' && c <= 'Z' && name[i-1] != ' ' {
			signs++
		}
	}
	k.capital = signs == 0 && name[0] >= 'A' && name[0] <= 'Z'
	for w := range wordsIn(name) {
		k.words = append(k.words, strings.ToLower(w))
	}
	d[k.words[0]] = append(d[k.words[0]], k)
}

// find calls found for each known name in a text, the longest where several begin at one word.
func (d dictionary) find(text string, found func(*Spelling)) {
	vendor := false // the word before is a vendor's name
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		if start == end {
			return
		}
		var buffer [24]byte
		first := lowerInto(buffer[:0], text[start:end])
		best, to := (*Spelling)(nil), end
		for _, k := range d[string(first)] {
			if k.vendor && !vendor || k.capital && (text[start] < 'A' || text[start] > 'Z') {
				continue
			}
			if stop, ok := follows(text, end, k.words[1:]); ok && (best == nil || stop > to) {
				best, to = k.means, stop
			}
		}
		if best != nil {
			found(best)
		}
		vendor = string(first) == "amazon" || string(first) == "aws"
		at = to
	}
}

// follows reports whether the words come next in a text, parted by one sign or space, and where they
// end.
func follows(text string, at int, words []string) (end int, ok bool) {
	for _, w := range words {
		start, stop := nextWord(text, at)
		if start-at != 1 || !strings.EqualFold(text[start:stop], w) {
			return 0, false
		}
		at = stop
	}
	return at, true
}

// lowerInto appends the word in lower case; a long one, which no name is, as nothing.
func lowerInto(b []byte, word string) []byte {
	if len(word) > cap(b) {
		return b
	}
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// nextWord returns where the next word begins and ends; both are the same where there is none. Letters
// beyond ASCII are part of words, so that no name is found within one.
func nextWord(text string, at int) (start, end int) {
	inWord := func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
	}
	for at < len(text) && !inWord(text[at]) {
		at++
	}
	start = at
	for at < len(text) && inWord(text[at]) {
		at++
	}
	return start, at
}

func wordsIn(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for at := 0; ; {
			start, end := nextWord(text, at)
			if start == end || !yield(text[start:end]) {
				return
			}
			at = end
		}
	}
}
