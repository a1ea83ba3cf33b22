package fold

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestString has the words that the browser must fold alike.
func TestString(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"S3":                        "s3",
		"container  hóa\n":          "container  hoa\n",
		"Điện toán ĐÁM MÂY":         "dien toan dam may",
		"bảo mật":                   "bao mat", // composed
		"ba\u0309o ma\u0323\u0302t": "bao mat", // decomposed
		"ƠƯăâêô":                    "ouaaeo",
		"İstanbul":                  "istanbul",
		"Kelvin K, Ångström Å":      "kelvin k, angstrom a",
		"ΟΔΟΣ, ὀδός":                "οδοσ, οδοσ",
		"Straße STRAẞE":             "straße straße",
		"한글":                        "\u1112\u1161\u11ab\u1100\u1173\u11af",
		"שָׁלוֹם":                   "שלום",
		"ﬁ ½ Ⅳ":                     "ﬁ ½ ⅳ",
	} {
		if got := String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "",
		" \t":                 "",
		"already folded":      "already folded",
		" Ngày\u00a0Bắt đầu ": "ngay bat dau",
		"two  spaces\n":       "two spaces",
		"a \u0301 b":          "a b", // a mark alone is no word
	} {
		if got := Words(in); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzString compares with what JavaScript does, written as it is written there, and holds that
// folding changes nothing that is folded.
func FuzzString(f *testing.F) {
	for _, s := range []string{"Điện toán", "ΟΔΟΣ", "a\u0301 \u0301", "ẛ̣ ﬁ", "각", "\u0958 \u1e9e \u0130", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		got := String(s)
		decomposed := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
		// Lower case leaves nothing behind that would have to be folded again, but "i" with a dot.
		want := strings.NewReplacer("đ", "d", "ς", "σ").Replace(strings.ToLower(decomposed))
		if got != want && norm.NFD.String(got) != norm.NFD.String(want) {
			t.Fatalf("String(%q) = %q, want %q", s, got, want)
		}
		if again := String(got); again != got {
			t.Fatalf("String(%q) = %q, folded again %q", s, got, again)
		}
		if words, want := Words(s), strings.Join(strings.Fields(got), " "); words != want {
			t.Fatalf("Words(%q) = %q, want %q", s, words, want)
		}
	})
}
