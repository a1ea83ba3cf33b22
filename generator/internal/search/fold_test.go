package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestFold has the words that the browser must fold alike.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"S3":                        "s3",
		"container hóa":             "container hoa",
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
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func wordsOf(s string) []string {
	var out []string
	words(nil, s, func(word []byte) { out = append(out, string(word)) })
	return out
}

func TestWords(t *testing.T) {
	got := wordsOf("Tạo S3-bucket (đầu tiên): `aws s3 mb`, 50% … naïve—ok")
	want := strings.Fields("tao s3 bucket dau tien aws s3 mb 50 naive ok")
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzFold compares with what JavaScript does, written as it is written there, and holds that folding
// changes nothing that is folded.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Điện toán", "ΟΔΟΣ", "a\u0301", "ẛ̣ ﬁ", "각", "\u0958 \u1e9e \u0130", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		got := Fold(s)
		decomposed := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
		// Lower case leaves nothing behind that would have to be folded again, but "i" with a dot.
		want := strings.NewReplacer("đ", "d", "ς", "σ").Replace(strings.ToLower(decomposed))
		if got != want && norm.NFD.String(got) != norm.NFD.String(want) {
			t.Fatalf("Fold(%q) = %q, want %q", s, got, want)
		}
		if again := Fold(got); again != got {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, got, again)
		}
		split := strings.FieldsFunc(got, func(r rune) bool { return !isWord(r) })
		if words := wordsOf(s); !slices.Equal(words, split) {
			t.Fatalf("the words of %q are %q, want %q", s, words, split)
		}
	})
}
