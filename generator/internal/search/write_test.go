package search

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden")

// written is the files of an index, by name.
func written(t *testing.T, docs []Document, s Sizes) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := Write(docs, s, func(name string, data []byte) error {
		if files[name] != nil {
			t.Errorf("%s is written twice", name)
		}
		files[name] = bytes.Clone(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sample() []Document {
	return []Document{
		{Title: "Week 1", Address: "1-worklog/1.1-week1/", Parts: []Part{
			{"", "Begin."},
			{"day-2025-10-27", "Amazon S3:\tkho đối tượng\nchạy `aws s3 ls`"},
			{"row-2", "<b> & \"quotes\" 🚀"},
		}},
		{Title: "Tuần 𝟐", Address: "1-worklog/1.2-week2/", Parts: []Part{{"", ""}, {"achievements", "Achievements\t\nĐã xong"}}},
	}
}

// small cuts an index into as many files as can be.
func small() Sizes { return Sizes{Whole: 1, Words: 60, Pages: 40, Files: 1000} }

// TestWrite compares a whole index, and the same one in parts, with a golden.
func TestWrite(t *testing.T) {
	var got txtar.Archive
	for folder, sizes := range map[string]Sizes{"whole": DefaultSizes(), "parts": small()} {
		files := written(t, sample(), sizes)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			got.Files = append(got.Files, txtar.File{Name: folder + "/" + name, Data: files[name]})
		}
	}
	slices.SortFunc(got.Files, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	const golden = "testdata/index.txtar"
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text := txtar.Format(&got); !bytes.Equal(text, want) {
		t.Errorf("got\n%s", text)
	}
}

func TestText(t *testing.T) {
	for want, say := range map[string]func(*Text){
		"":                func(t *Text) { t.Line(); t.Words("  "); t.Line() },
		"a b c":           func(t *Text) { t.Words(" a\n b"); t.Words(" "); t.Words("c ") },
		"abc":             func(t *Text) { t.Words("a"); t.Words("bc") },
		"Head\tand more":  func(t *Text) { t.Bold("He"); t.Bold("ad"); t.Words(" and more") },
		"Head:\tand more": func(t *Text) { t.Bold("Head"); t.Words(" : and more") },
		"Head\t":          func(t *Text) { t.Bold("Head"); t.Words(" ") },
		"not head":        func(t *Text) { t.Words("not "); t.Bold("head") },
		"Head\t`S3`'s\nnext": func(t *Text) {
			t.Bold("Head")
			t.Code(" S3 ")
			t.Words("'s")
			t.Line()
			t.Line()
			t.Words("next")
		},
		"it's `echo '$x' now`": func(t *Text) { t.Words("it`s "); t.Code("echo `$x`\n now") },
	} {
		var text Text
		say(&text)
		if got := text.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// find answers for one word from an index in parts as search.js does: the rows that have a word with
// that beginning, each as "address#anchor".
func find(t *testing.T, files map[string][]byte, wanted string) map[string]Rank {
	t.Helper()
	var m manifest
	decode(t, files[Name], &m)
	at := max(sort.Search(len(m.Words), func(i int) bool { return compareUTF16(m.Words[i], wanted) > 0 })-1, 0)
	out := map[string]Rank{}
	for n := at; n < len(m.Words) && (n == at || strings.HasPrefix(m.Words[n], wanted)); n++ {
		var words map[string][]int
		decode(t, files[fmt.Sprintf("search-index/words-%d.json", n)], &words)
		for word, numbers := range words {
			if !strings.HasPrefix(word, wanted) {
				continue
			}
			row := 0
			for _, n := range numbers {
				row += n / int(ranks)
				key := rowAt(t, files, m, row)
				out[key] = max(out[key], Rank(n%int(ranks)))
			}
		}
	}
	return out
}

func rowAt(t *testing.T, files map[string][]byte, m manifest, row int) string {
	t.Helper()
	at := sort.SearchInts(m.Pages, row+1) - 1
	var pages [][]string
	decode(t, files[fmt.Sprintf("search-index/pages-%d.json", at)], &pages)
	row -= m.Pages[at]
	for _, p := range pages {
		if n := (len(p) - 2) / 2; row >= n {
			row -= n
			continue
		}
		return p[0] + "#" + p[2+2*row]
	}
	t.Fatalf("no row %d in part %d", row, at)
	return ""
}

func decode(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
}

// FuzzWrite holds that every word of every part is found, whole and by its beginning, whatever the
// texts and however the index is cut.
func FuzzWrite(f *testing.F) {
	f.Add("Week 1", "Amazon S3:\tkho đối tượng\n`aws s3 ls`", "Đã xong 🚀 𝟐 ﬁ", 60, 40)
	f.Add("", "\t\t`", "\n\n<>&\u2028\"\\", 1, 1)
	f.Add("\xff", "한글 ὀδός ﷺ 𐐀 \uffdc", "a", 10_000, 10_000)
	f.Fuzz(func(t *testing.T, title, first, second string, words, pages int) {
		valid := func(s string) string { return strings.ToValidUTF8(s, "?") }
		docs := []Document{
			{Title: valid(title), Address: "a/", Parts: []Part{{"", valid(second)}, {"x", valid(first)}, {"y", valid(second)}}},
			{Title: valid(second), Address: "b/", Parts: []Part{{"", valid(first)}}},
		}
		files := written(t, docs, Sizes{Whole: 1, Words: words, Pages: pages, Files: 100})
		for _, d := range docs {
			for i, part := range d.Parts {
				for _, word := range wordsOf(d.Title + " " + part.Text) {
					rank, ok := find(t, files, word)[d.Address+"#"+part.Anchor]
					if !ok {
						t.Fatalf("%q is not found in %q", word, part.Text)
					}
					if i == 0 && slices.Contains(wordsOf(d.Title), word) && rank != Title {
						t.Fatalf("%q of the title %q has rank %d", word, d.Title, rank)
					}
				}
			}
		}
	})
}
