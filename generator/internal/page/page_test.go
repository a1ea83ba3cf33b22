package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/tools/txtar"

	"worklog/generator/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestParse reads each page of testdata and compares what was understood with its golden.
func TestParse(t *testing.T) {
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
			input := archive.Files[0]
			got := dump(NewParser().Parse(source.NewFile(input.Name, unescape(input.Data))))
			if *update {
				archive.Files = []txtar.File{input, {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// unescape lets goldens hold bytes that editors and txtar do not keep.
func unescape(data []byte) []byte {
	return []byte(strings.NewReplacer(`\r\n`+"\n", "\r\n", `\r`+"\n", "\r", `\x00`, "\x00", `\xff`, "\xff", `\ufeff`, "\ufeff").Replace(string(data)))
}

// dump writes a page so that every span can be seen to be right.
func dump(p *Page) string {
	var b strings.Builder
	f := p.File
	at := func(s source.Span) string {
		pos := f.Position(s.Start)
		return fmt.Sprintf("%d:%d %q", pos.Line, pos.Column, f.Text(s))
	}
	if fm := p.FrontMatter; fm.Format != None {
		fmt.Fprintf(&b, "front matter %v", fm.Fields)
		if fm.Err != nil {
			fmt.Fprintf(&b, " refused at %s: %v", at(fm.ErrAt), fm.Err)
		}
		fmt.Fprintln(&b)
		for _, key := range []string{"title", "date", "weight"} {
			if fm.Has(key) {
				fmt.Fprintf(&b, "  %s %s\n", key, at(fm.ValueSpan(key)))
			}
		}
	}
	for _, h := range p.Headings {
		fmt.Fprintf(&b, "heading %d %s: %s, by %q\n", h.Level, at(h.Span), h.Text, f.Text(h.Marks))
	}
	for _, t := range p.Tables {
		fmt.Fprintf(&b, "table %d:%d html=%v align=%q\n", f.Position(t.Span.Start).Line, f.Position(t.Span.Start).Column, t.HTML, t.Align)
		for _, r := range append([]Row{t.Header}, t.Rows...) {
			fmt.Fprintln(&b, "  row")
			for _, c := range r.Cells {
				fmt.Fprintf(&b, "    cell %s\n", at(c.Span))
				dumpRuns(&b, p, c.Span, at)
			}
		}
	}
	for _, fl := range p.Flaws {
		fmt.Fprintf(&b, "flaw %d %s %s\n", fl.Kind, at(fl.Span), fl.Note)
	}
	return b.String()
}

func dumpRuns(b *strings.Builder, p *Page, cell source.Span, at func(source.Span) string) {
	runs := p.Inline(cell)
	if len(runs) == 1 && runs[0].Text == p.File.Text(cell) && runs[0].Link == nil {
		return
	}
	for _, r := range runs {
		fmt.Fprintf(b, "      %s", [...]string{"text", "break", "image", "open " + r.Text, "close " + r.Text}[r.Kind])
		if r.Text != "" && r.Kind != Open && r.Kind != Close {
			fmt.Fprintf(b, " %q", r.Text)
		}
		if r.Style != 0 {
			fmt.Fprintf(b, " style %b", r.Style)
		}
		if r.Link != nil {
			fmt.Fprintf(b, " to %s written %s", r.Link.URL, at(r.Link.URLAt))
		}
		fmt.Fprintln(b)
	}
}

// TestPlainAgreesWithYAML holds the quick reader of front matter to what the YAML library says.
func TestPlainAgreesWithYAML(t *testing.T) {
	for _, text := range plainYAML() {
		agreeWithYAML(t, text)
	}
}

func plainYAML() []string {
	return []string{
		"title: \"Week 8 Worklog\"\ndate: 2025-10-27\nweight: 8\nchapter: false\npre: \" <b> 1.8. </b> \"\n",
		"title: Week 8\r\nweight: 08\r\n",
		"title: Week 8: containers\n", "title: 'Week'\n", "title: yes\n", "a: 1\na: 2\n", "a:1\n", "a: \n", "a: - b\n",
		"a: 1_000\n", "a: 0x10\n", "a: 1e3\n", "a: 4294967296\n", "a: 2025-13-45\n", "a: b # c\n", "a: b#c\n", "a: \"b\" c\n",
		"a: Null\n", "a: ~\n", "a: .5\n", "a: !x y\n", "title: a\n  b\n", "\ttitle: a\n", "yes: 1\n", "1: a\n", "a: Inf\n", "a: b?\n", "- a: 1\n", "-a: 1\n",
		"a: \"\"\n", "a: nan\n", "a: b - c\n", "a: (b)\n", "a: b=c\n",
		"title : \"a\"\nweight :  1 \n", " a : b\n", "a  : b\n",
	}
}

func agreeWithYAML(t *testing.T, text string) {
	t.Helper()
	var quick FrontMatter
	if !quick.readPlain([]byte(text)) {
		return
	}
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(text), &fields); err != nil {
		t.Errorf("%q: read as %v, but YAML says %v", text, quick.Fields, err)
		return
	}
	var slow FrontMatter
	slow.setFields(fields)
	if !reflect.DeepEqual(quick.Fields, slow.Fields) {
		t.Errorf("%q: got %#v, YAML says %#v", text, quick.Fields, slow.Fields)
	}
}

// FuzzFrontMatter looks for front matter on which the quick reader and the library differ.
func FuzzFrontMatter(f *testing.F) {
	for _, text := range plainYAML() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { agreeWithYAML(t, text) })
}

// FuzzParse looks for pages that make the reader panic, leave the file or change its mind.
func FuzzParse(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(unescape(archive.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("content/x.md", data)
		p := NewParser().Parse(file)
		whole := source.Span{End: len(data)}
		inside := func(what string, s source.Span) {
			if s.Start > s.End || !whole.Contains(s) {
				t.Errorf("%s at %v outside the file of %d bytes", what, s, len(data))
			}
		}
		inside("body", p.Body)
		inside("front matter", p.FrontMatter.Span)
		inside("front matter's error", p.FrontMatter.ErrAt)
		for _, h := range p.Headings {
			inside("heading", h.Span)
			inside("heading's marks", h.Marks)
		}
		for _, tb := range p.Tables {
			inside("table", tb.Span)
			for _, l := range tb.Lines {
				inside("line", l)
			}
			for _, r := range append([]Row{tb.Header}, tb.Rows...) {
				inside("row", r.Span)
				for _, c := range r.Cells {
					inside("cell", c.Span)
					for _, run := range p.Inline(c.Span) {
						if !c.Span.Contains(run.Span) {
							t.Errorf("run %q at %v outside its cell %v", run.Text, run.Span, c.Span)
						}
						if run.Link != nil {
							inside("URL", run.Link.URLAt)
							inside("link", run.Link.Span)
						}
					}
				}
			}
		}
		if again := dump(NewParser().Parse(file)); again != dump(p) {
			t.Error("the same page was read in two ways")
		}
	})
}

// FuzzQuickInline holds the quick reader of cells to goldmark.
func FuzzQuickInline(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(archive.Files[0].Data)) {
			for cell := range strings.SplitSeq(line, "|") {
				f.Add(strings.TrimSpace(cell))
			}
		}
	}
	for _, cell := range []string{"**a**b", "a **b** c", "**a:** b", "- **A (b)**: c<br>&emsp; + d", "[a](https://x.example/y) [b](https://z.example)", "a & b", "<https://a.example/b?c=d#e>", "**a<br>b**"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		cell = strings.TrimSpace(cell)
		span := source.Span{End: len(cell)}
		quick, ok := quickInline(cell, span)
		if !ok || cell == "" || strings.Contains(cell, "\n") {
			return
		}
		p := NewParser().Parse(source.NewFile("x.md", nil))
		full := p.fullInline([]byte(cell), span)
		if a, b := outline(quick), outline(full); a != b {
			t.Errorf("%q: quick %s, goldmark %s", cell, a, b)
		}
	})
}

// outline joins what two readings may part differently.
func outline(runs []Run) string {
	var b strings.Builder
	last := ""
	for _, r := range runs {
		head := fmt.Sprintf("%d/%b", r.Kind, r.Style)
		if r.Link != nil {
			head += "/" + r.Link.URL + fmt.Sprint(r.Link.Span, r.Link.URLAt)
		}
		if head != last || r.Kind != Text {
			fmt.Fprintf(&b, "\n%s: ", head)
		}
		last = head
		b.WriteString(r.Text)
	}
	return b.String()
}
