package worklog

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestRead reads the site of each golden and compares what was understood.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			input, want := split(archive)
			got := dump(read(input))
			if *update {
				archive.Files = append(input, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// split parts the pages of a golden from what is expected of them.
func split(a *txtar.Archive) (input []txtar.File, want string) {
	for _, f := range a.Files {
		if f.Name == "want" {
			return input, string(f.Data)
		}
		input = append(input, f)
	}
	return input, ""
}

func read(files []txtar.File) *Site {
	p := page.NewParser()
	var pages []*page.Page
	for _, f := range files {
		pages = append(pages, p.Parse(source.NewFile(f.Name, f.Data)))
	}
	return Read(pages, Options{Languages: []LanguageOptions{{Code: "en", ContentDir: "content"}, {Code: "vi", ContentDir: "content"}}})
}

func dump(site *Site) string {
	var b strings.Builder
	for _, l := range site.Languages {
		for _, w := range l.Weeks {
			fmt.Fprintf(&b, "%s %s: week %d %q %s..%s order %d because %d\n", l.Code, w.Page.File.Path, w.Number, w.Title, w.Start, w.End, w.Order, w.Reason)
			for _, t := range w.Tables {
				dumpTable(&b, w, t)
			}
		}
	}
	for _, p := range site.Pages {
		if p.Week == nil {
			fmt.Fprintf(&b, "%s %s: no week\n", p.Language, p.File.Path)
		}
	}
	return b.String()
}

func dumpTable(b *strings.Builder, w *Week, t *Table) {
	fmt.Fprint(b, "  table")
	for _, c := range t.Columns {
		fmt.Fprintf(b, " %s", [...]string{"other", "day", "date", "start", "end", "task", "detail", "reference", "status"}[c.Role])
	}
	fmt.Fprintln(b)
	for _, task := range t.Tasks {
		fmt.Fprint(b, "    ")
		if task.Group {
			fmt.Fprint(b, "group ")
		}
		if d := task.Day; d != nil {
			fmt.Fprintf(b, "day %v through=%v ordinal=%d rest=%q ", d.Weekdays, d.Through, d.Ordinal, page.Words(d.Rest))
		}
		fmt.Fprintf(b, "%s .. %s missing=%v\n", dumpDate(w, task.Start), dumpDate(w, task.End), task.Missing)
		for _, f := range task.Fields {
			dumpItems(b, f.Items(), "      ")
		}
		for _, r := range task.References {
			fmt.Fprintf(b, "      → %q %s at %q\n", r.Title, r.URL, w.Page.File.Text(r.Span))
		}
	}
}

func dumpDate(w *Week, c *DateCell) string {
	if c == nil {
		return "none"
	}
	one := func(s *Stated) string {
		out := s.Date.String()
		if s.Problem != Fine {
			out = fmt.Sprintf("%q problem %d", w.Page.File.Text(s.Span), s.Problem)
		}
		if s.Swapped {
			out += " swapped"
		}
		if s.Inferred {
			out += " inferred"
		}
		return out
	}
	out := one(&c.First)
	if c.Last != nil {
		out += " to " + one(c.Last)
	}
	if rest := page.Words(c.Rest); rest != "" {
		out += fmt.Sprintf(" rest=%q", rest)
	}
	return out
}

func dumpItems(b *strings.Builder, items []*Item, indent string) {
	for _, it := range items {
		mark := "| "
		if it.Marked {
			mark = "* "
		}
		fmt.Fprintf(b, "%s%s%s\n", indent, mark, page.Words(it.Runs))
		dumpItems(b, it.Items, indent+"  ")
	}
}

// FuzzRead looks for pages that make the interpretation panic, leave the file or change its mind.
func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		input, _ := split(archive)
		for _, file := range input {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := []txtar.File{{Name: "content/1-Worklog/1.1-Week1/_index.md", Data: data}, {Name: "content/1-Worklog/1.2-Week2/_index.vi.md", Data: data}}
		site := read(files)
		for _, p := range site.Pages {
			if p.Week != nil {
				checkSpans(t, p)
			}
		}
		if dump(read(files)) != dump(site) {
			t.Error("the same pages were read in two ways")
		}
	})
}

// checkSpans holds every span of a week to its cell.
func checkSpans(t *testing.T, p *Page) {
	t.Helper()
	for _, tb := range p.Week.Tables {
		for _, task := range tb.Tasks {
			for _, f := range task.Fields {
				inside := func(what string, s source.Span) {
					if !s.Empty() && !f.Cell.Span.Contains(s) {
						t.Errorf("%s %q outside its cell %q", what, p.File.Text(s), p.File.Text(f.Cell.Span))
					}
				}
				if f.Day != nil {
					inside("day", f.Day.Span)
				}
				if f.Date != nil {
					inside("date", f.Date.First.Span)
				}
				for _, it := range f.Items() {
					for _, r := range it.Runs {
						inside("run", r.Span)
					}
				}
			}
		}
	}
}
