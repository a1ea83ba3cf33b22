package search

import (
	"slices"
	"strings"
	"testing"

	"worklog/generator/internal/fold"
)

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

// FuzzWords holds that the words are those of the whole text folded, as the browser splits it.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Điện toán", "a\u0301", "ẛ̣ ﬁ", "각", "\u0958 \u1e9e \u0130", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		want := strings.FieldsFunc(fold.String(s), func(r rune) bool { return !isWord(r) })
		if got := wordsOf(s); !slices.Equal(got, want) {
			t.Fatalf("the words of %q are %q, want %q", s, got, want)
		}
	})
}
