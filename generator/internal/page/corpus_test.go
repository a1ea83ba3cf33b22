package page

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"worklog/generator/internal/source"
)

func corpusFiles(tb testing.TB) []*source.File {
	tb.Helper()
	root := "../../../../shared/corpus"
	var files []*source.File
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		files = append(files, source.NewFile(path, data))
		return err
	})
	if err != nil {
		tb.Skip("no corpus here: " + err.Error())
	}
	return files
}

func BenchmarkParseCorpus(b *testing.B) {
	files := corpusFiles(b)
	p := NewParser()
	n := 0
	for _, f := range files {
		n += len(f.Data)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			p.Parse(f)
		}
	}
}

func TestDump(t *testing.T) {
	p := NewParser()
	tables, cells, flaws, heads, errs := 0, 0, 0, 0, 0
	for _, f := range corpusFiles(t) {
		pg := p.Parse(f)
		tables += len(pg.Tables)
		heads += len(pg.Headings)
		for _, tb := range pg.Tables {
			for _, r := range tb.Rows {
				for _, c := range r.Cells {
					cells++
					for _, run := range pg.Inline(c.Span) {
						if run.Span.Start < c.Span.Start || run.Span.End > c.Span.End {
							t.Errorf("%s: run %q outside its cell", f.Path, run.Text)
						}
					}
				}
			}
		}
		for _, fl := range pg.Flaws {
			flaws++
			t.Logf("%s:%d %v %s", f.Path, f.Position(fl.Span.Start).Line, fl.Kind, fl.Note)
		}
		if pg.FrontMatter.Err != nil {
			errs++
			t.Logf("%s:%d %v", f.Path, f.Position(pg.FrontMatter.ErrAt.Start).Line, pg.FrontMatter.Err)
		}
	}
	t.Log(tables, cells, flaws, heads, errs)
}
