package worklog

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings words into a form in which English and Vietnamese can be compared: lower case, no
// tone or vowel marks, đ as d, single spaces. "Ngày Bắt đầu" becomes "ngay bat dau".
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
			r = base(r, s[i:i+n])
		}
		i += n
		switch {
		case r == 0:
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		default:
			space = false
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// isFolded reports whether folding would change nothing.
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

// base is the letter without its marks, and 0 for a mark on its own.
func base(r rune, encoded string) rune {
	switch {
	case r == 'đ', r == 'Đ':
		return 'd'
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	if d := norm.NFD.PropertiesString(encoded).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}
