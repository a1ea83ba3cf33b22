package topic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/fold"
)

// The most letters of a topic's name: longer bold text is a sentence, longer code a command.
const (
	headLength = 60
	codeLength = 40
)

// fromHead returns the topic that a bold head names, or nil.
func fromHead(text string) *Spelling {
	name := withoutLevel(trimName(beforeDash(text)))
	if utf8.RuneCountInString(name) > headLength || strings.HasSuffix(strings.TrimSpace(text), ".") {
		return nil
	}
	key := keyOf(name)
	if !isWord(key) || isActivity(fold.Words(name)) || isActivity(key) {
		return nil
	}
	return &Spelling{Text: name, Key: key}
}

// fromCode returns the topic that code names, or nil. Code is a name where it is one word that is
// neither a path, a file, an identifier nor an option; several words are a command unless each begins
// with a capital.
func fromCode(text string) *Spelling {
	name := strings.TrimSpace(text)
	if utf8.RuneCountInString(name) > codeLength || !isCodeName(name) {
		return nil
	}
	key := keyOf(name)
	if !isWord(key) || isActivity(key) {
		return nil
	}
	return &Spelling{Text: name, Key: key, Code: true}
}

func isCodeName(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		capital := unicode.IsUpper(first)
		if !unicode.IsLetter(first) || len(words) > 1 && !capital ||
			strings.ContainsFunc(w, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-.+#", r)
			}) {
			return false
		}
		if i := strings.LastIndexByte(w, '.'); i >= 0 && !(capital && (w[i:] == ".js" || strings.EqualFold(w[i:], ".net"))) {
			return false // a file or a member, but Node.js and ASP.NET are names
		}
		if !capital && strings.ContainsFunc(w, unicode.IsUpper) {
			return false // derivedStateOf
		}
	}
	return len(words) > 0
}

// trimName takes signs off a name: bullets and emoji before it, a colon after it, "1." at its front.
func trimName(s string) string {
	s = strings.TrimLeftFunc(s, isNoLetter)
	if i := strings.IndexAny(s, ".)"); i > 0 && strings.Trim(s[:i], "0123456789") == "" {
		s = strings.TrimLeftFunc(s[i:], isNoLetter)
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return isNoLetter(r) && !strings.ContainsRune(")+#", r) })
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(s, ") ")
	}
	return strings.Join(strings.Fields(s), " ")
}

func isNoLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
}

// beforeDash drops what a head says behind a dash or a colon: "Amazon EC2 - launch and connect".
func beforeDash(s string) string {
	for _, dash := range []string{" - ", " – ", " — ", ": "} {
		s, _, _ = strings.Cut(s, dash)
	}
	return s
}

// withoutLevel drops from the end of a name how deep it was gone into: "Docker fundamentals".
func withoutLevel(name string) string {
	for {
		cut := false
		for _, level := range levels() {
			words := strings.Fields(name)
			n := len(words) - len(strings.Fields(level))
			if n > 0 && fold.Words(strings.Join(words[n:], " ")) == level {
				name, cut = strings.TrimRight(strings.Join(words[:n], " "), " -–—,&"), true
			}
		}
		if !cut {
			return name
		}
	}
}

// keyOf is the same for all spellings of a topic: without letter case and accents, without the
// vendor before and what stands in parentheses behind it.
func keyOf(name string) string {
	key := fold.Words(name)
	if i := strings.IndexByte(key, '('); i > 0 && strings.HasSuffix(key, ")") {
		key = strings.TrimSpace(key[:i])
	}
	for _, vendor := range []string{"amazon ", "aws "} {
		if rest, ok := strings.CutPrefix(key, vendor); ok {
			return rest
		}
	}
	return key
}

// isWord reports whether a key has two letters or digits, and not more digits than letters.
func isWord(key string) bool {
	letters, digits := 0, 0
	for _, r := range key {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters >= digits && letters+digits >= 2
}

// isActivity reports whether a folded name says what was done, or which part of the work it was, and
// not with what.
func isActivity(key string) bool {
	for _, w := range activities() {
		if rest, ok := strings.CutPrefix(key, w); ok && !startsWithLetter(rest) {
			return true
		}
	}
	for _, w := range numbered() {
		rest, ok := strings.CutPrefix(key, w)
		if rest = strings.TrimLeft(rest, " #-–.:"); ok && (rest == "" || rest[0] >= '0' && rest[0] <= '9') {
			return true
		}
	}
	for _, w := range endings() {
		if rest, ok := strings.CutSuffix(key, w); ok && strings.HasSuffix(rest, " ") {
			return true
		}
	}
	return false
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
