package search

import (
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/fold"
)

// isWord reports whether a folded letter is part of a word; all others stand between words.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// words calls yield with each folded word of s. The bytes hold until it returns; scratch is the buffer
// that they are in, which is returned for the next call.
func words(scratch []byte, s string, yield func(word []byte)) []byte {
	scratch = scratch[:0]
	var folded [32]byte
	end := func() {
		if len(scratch) > 0 {
			yield(scratch)
		}
		scratch = scratch[:0]
	}
	for _, r := range s {
		if r < utf8.RuneSelf {
			switch {
			case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
				scratch = append(scratch, byte(r))
			case r >= 'A' && r <= 'Z':
				scratch = append(scratch, byte(r)+'a'-'A')
			default:
				end()
			}
			continue
		}
		for _, r := range string(fold.AppendRune(folded[:0], r)) {
			if isWord(r) {
				scratch = utf8.AppendRune(scratch, r)
			} else {
				end()
			}
		}
	}
	end()
	return scratch
}
