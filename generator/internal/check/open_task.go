package check

import (
	"slices"
	"strings"
	"unicode"

	"worklog/generator/internal/fold"
)

// isOpen reports whether words in place of a date say that there is none to tell: the task goes on,
// waits or takes the whole week. One such word is enough, as such cells are short. Marks, emojis and
// one or two letters (–, ✅, x, N/A) say as much as an empty cell.
func isOpen(words string) bool {
	text := fold.String(words)
	if hasDigit(text) {
		return false
	}
	letters := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if n := len(strings.Join(letters, "")); n < 3 {
		return true
	}
	for i, word := range letters {
		if slices.Contains(openWords(), word) || slices.ContainsFunc(openStems(), func(stem string) bool { return strings.HasPrefix(word, stem) }) {
			return true
		}
		if i > 0 && slices.Contains(openPairs(), letters[i-1]+" "+word) {
			return true
		}
	}
	return false
}

func openWords() []string {
	return []string{
		"going", "progress", "doing", "working", "wip", "pending", "tbd", "tba", "tbc", "not", "none", "nil", "null", "never", "yet", "todo",
		"later", "soon", "next", "present", "now", "open", "done", "unknown", "undefined", "undetermined", "same", "daily", "every",
		"everyday", "all", "whole", "entire", "full", "throughout", "during", "holiday", "off", "leave", "various", "flexible", "waiting",
		"dang", "chua", "se", "sau", "nghi", "khong", "xong", "tet", "suot",
	}
}

func openStems() []string {
	return []string{"ongoing", "continu", "current", "complet", "incomplet", "unfinish", "finish", "plan", "expect", "week", "cancel", "postpone", "delay", "skip", "block"}
}

func openPairs() []string {
	return []string{
		"tiep tuc", "ca tuan", "toan tuan", "cuoi tuan", "hang ngay", "hang tuan", "moi ngay", "hien tai", "hien nay", "den nay", "hoan thanh",
		"cap nhat", "du kien", "keo dai", "lien tuc", "tam hoan", "tam dung", "nhu tren",
	}
}
