package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings words into the form in which they are compared: decomposed, without marks, đ as d,
// lower case. "Điện toán" becomes "dien toan". search.js folds alike:
//
//	s.normalize("NFD").replace(/\p{Mn}+/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ς/g, "σ")
func Fold(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = appendFolded(out, r)
	}
	return string(out)
}

// appendFolded appends what a letter is folded to, which may be nothing.
func appendFolded(out []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(out, byte(unicode.ToLower(r)))
	}
	var encoded [utf8.UTFMax]byte
	n := utf8.EncodeRune(encoded[:], r)
	parts := norm.NFD.Properties(encoded[:n]).Decomposition()
	if parts == nil && isHangul(r) { // composed by rule, not by table
		parts = norm.NFD.Bytes(encoded[:n])
	}
	if parts == nil {
		return appendBase(out, r)
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		out = appendBase(out, r)
		parts = parts[n:]
	}
	return out
}

func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// appendBase appends a letter that is decomposed already.
func appendBase(out []byte, r rune) []byte {
	if unicode.Is(unicode.Mn, r) {
		return out
	}
	switch r = unicode.ToLower(r); r {
	case 'đ':
		r = 'd'
	case 'ς': // JavaScript lowers Σ to it at the end of a word
		r = 'σ'
	}
	return utf8.AppendRune(out, r)
}

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
		for _, r := range string(appendFolded(folded[:0], r)) {
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
