package generate

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func readSite(files []txtar.File) *worklog.Site {
	p := page.NewParser()
	var pages []*page.Page
	for _, f := range files {
		pages = append(pages, p.Parse(source.NewFile(f.Name, f.Data)))
	}
	return worklog.Read(pages, worklog.Options{Languages: []worklog.LanguageOptions{
		{Code: "en", ContentDir: "content"}, {Code: "vi", ContentDir: "content"},
	}})
}

// goldens compares what is made of the content in each archive with the archive's other files.
func goldens(t *testing.T, pattern string, made func(*testing.T, *worklog.Site) []txtar.File) {
	t.Helper()
	names, _ := filepath.Glob(pattern)
	if len(names) == 0 {
		t.Fatal("no goldens")
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var input []txtar.File
			for _, f := range archive.Files {
				if strings.HasPrefix(f.Name, "content/") {
					input = append(input, f)
				}
			}
			got := slices.Concat(input, made(t, readSite(input)))
			text := txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: got})
			if *update {
				if err := os.WriteFile(name, text, 0o644); err != nil {
					t.Fatal(err)
				}
			} else if !bytes.Equal(text, txtar.Format(archive)) {
				t.Errorf("got\n%s", txtar.Format(&txtar.Archive{Files: got[len(input):]}))
			}
		})
	}
}

// TestGenerate compares the overlay, the data and worklog.json with goldens.
func TestGenerate(t *testing.T) { goldens(t, "testdata/*.txtar", generated) }

func generated(t *testing.T, site *worklog.Site) []txtar.File {
	t.Helper()
	out, err := Generate(site, Options{BasePath: "/report/"})
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	urls := map[string]string{}
	for _, p := range site.Pages {
		urls[p.File.Path] = "https://example.org/" + p.Address() + "/"
	}
	for at, f := range out.Source {
		if want, got := bytes.Count(f.Data, []byte("\n")), bytes.Count(out.Pages[at], []byte("\n")); want != got {
			t.Errorf("%s: %d lines, the author's has %d", at, got, want)
		}
	}
	for _, at := range slices.Sorted(maps.Keys(out.Pages)) {
		files = append(files, txtar.File{Name: "overlay/" + at, Data: out.Pages[at]})
	}
	var b strings.Builder
	for _, at := range slices.Sorted(maps.Keys(out.Data.Pages)) {
		dumpWeek(&b, out.Data.Pages[at])
	}
	files = append(files, txtar.File{Name: "data", Data: []byte(b.String())})
	for _, d := range out.JSON {
		data, err := d.Encode("Report", urls)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: d.Language + "/worklog.json", Data: data})
	}
	return files
}

func dumpWeek(b *strings.Builder, w *Week) {
	fmt.Fprintf(b, "%s for %s: %s week %d %q %s..%s, %d tasks, %d references", w.Path, w.PagePath, w.Language, w.Number, w.Title, w.Start.ISO, w.End.ISO, w.Tasks, w.References)
	if w.Prev != nil {
		fmt.Fprintf(b, ", after %s", w.Prev.Path)
	}
	if w.Next != nil {
		fmt.Fprintf(b, ", before %s", w.Next.Path)
	}
	fmt.Fprintln(b)
	for _, t := range w.Tables {
		for _, c := range t.Columns {
			fmt.Fprintf(b, "  column %s %q %s\n", c.Role, c.Label, c.Align)
		}
		for _, r := range t.Rows {
			fmt.Fprintf(b, "  row %s group=%v %s..%s\n", r.ID, r.Group, r.Start, r.End)
			for _, c := range r.Cells {
				fmt.Fprintf(b, "    %v through=%v ordinal=%d %s\n", c.Weekdays, c.Through, c.Ordinal, c.HTML)
			}
		}
	}
}

// TestMarkupIsSafe tries what must never come out of a cell.
func TestMarkupIsSafe(t *testing.T) {
	for _, cell := range []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `<a href="javascript:alert(1)">x</a>`,
		`[x](javascript:alert(1))`, `[x](JaVaScRiPt:alert(1))`, `[x](data:text/html;base64,AAAA)`, `<iframe src="//evil"></iframe>`,
		`<b onclick="x()">b</b>`, `![x](vbscript:x)`, `<style>*{}</style>`, `<svg onload=x>`, `[x](java&#10;script:alert(1))`,
		`<a href=" javascript:x">y</a>`, "<a href='x' style='a'>y</a>", `&lt;script&gt;`, `<a href="java	script:x">y</a>`,
	} {
		p := page.NewParser().Parse(source.NewFile("x.md", []byte("| a | b |\n|--|--|\n| "+cell+" | c |\n")))
		b := builder{page: p, basePath: "/"}
		out := strings.ToLower(string(b.markup(p.Inline(p.Tables[0].Rows[0].Cells[0].Span))))
		for _, bad := range []string{"<script", "<iframe", "<style", "<svg", `="javascript`, `="java	`, `="java` + "\n", `="data`, `="vbscript`, "<b onclick", "<img src=\"x\" onerror", " style="} {
			if strings.Contains(out, bad) {
				t.Errorf("%s became %s", cell, out)
			}
		}
	}
}

// TestAddress places URLs below the base path once.
func TestAddress(t *testing.T) {
	b := builder{basePath: "/report/"}
	for in, want := range map[string]string{
		"/images/x.png": "/report/images/x.png", "/report/images/x.png": "/report/images/x.png", "//cdn.example.org/x": "//cdn.example.org/x",
		"../x": "../x", "https://example.org/": "https://example.org/", "mailto:a@example.org": "mailto:a@example.org", "a:b": "", "x/a:b": "x/a:b",
	} {
		if got := b.address(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
