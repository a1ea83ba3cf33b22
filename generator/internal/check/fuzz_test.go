package check

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzRun holds the rules to what always holds, on a page beside a translation of it: no panic,
// every span inside its file, the same findings twice, and no secret in what is printed.
func FuzzRun(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatal("no goldens to begin with", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(file.Data, archive.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, page, translation []byte) {
		if bytes.Contains(page, []byte("<MANY>")) || bytes.Contains(translation, []byte("<MANY>")) {
			return // megabytes leave no time for other pages
		}
		files := []txtar.File{
			{Name: "content/1.8-Week8/_index.md", Data: page},
			{Name: "content/1.8-Week8/_index.vi.md", Data: translation},
			{Name: "content/1.9-Week9/_index.md", Data: translation},
		}
		site := read(files)
		found := Run(site, Options{Today: today()})
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(d.File.Data) {
				t.Errorf("%s: the span %v lies outside the file of %d bytes", d.Rule, d.Span, len(d.File.Data))
			}
		}
		for _, s := range leaks(t, site, found) {
			t.Errorf("%q is printed", s)
		}
		if again := Run(read(files), Options{Today: today()}); string(print(found)) != string(print(again)) {
			t.Errorf("found\n%s\nthen\n%s", print(found), print(again))
		}
	})
}
