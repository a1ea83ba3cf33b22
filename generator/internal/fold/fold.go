// Package fold brings words into a form in which English and Vietnamese can be compared and searched:
// many leave out tone and vowel marks when they type, and write d for đ.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String returns a text decomposed, without marks, đ as d, in lower case; all else, white space too,
// stays. "Điện toán" becomes "dien toan". search-index.js folds alike:
//
//	s.normalize("NFD").replace(/\p{Mn}+/gu, "").toLowerCase().replace(/đ/g, "d").replace(/ς/g, "σ")
func String(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = AppendRune(out, r)
	}
	return string(out)
}

// Words is String with single spaces between words and none at the ends: "Ngày  Bắt đầu " becomes
// "ngay bat dau".
func Words(s string) string {
	if isFolded(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	space := true
	for _, r := range s {
		switch {
		case !unicode.IsSpace(r):
			n := len(out)
			out = AppendRune(out, r)
			space = space && len(out) == n // a mark on its own leaves nothing behind
		case !space:
			out = append(out, ' ')
			space = true
		}
	}
	return strings.TrimSuffix(string(out), " ")
}

// isFolded reports, of most words that are, that Words would change nothing.
func isFolded(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c < ' ' ||
			c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// AppendRune appends what String makes of one letter, which may be nothing.
func AppendRune(out []byte, r rune) []byte {
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
