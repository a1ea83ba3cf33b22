package check

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"golang.org/x/tools/txtar"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// today is the day on which the tests' pages are read.
func today() civil.Date { return civil.Date{Year: 2026, Month: 1, Day: 15} }

// testOptions are the options of examples and goldens.
func testOptions() Options {
	return Options{Today: today(), Generated: []string{"report", "references"}}
}

// read makes a site in English and Vietnamese of the files of an archive, "want" aside.
func read(files []txtar.File) *worklog.Site {
	parser := page.NewParser()
	var pages []*page.Page
	for _, f := range files {
		switch {
		case f.Name == "want":
		case string(f.Data) == "<UNREADABLE>\n":
			pages = append(pages, page.Unreadable(source.NewFile(f.Name, nil), fs.ErrPermission))
		default:
			pages = append(pages, parser.Parse(source.NewFile(f.Name, unescape(f.Data))))
		}
	}
	return worklog.Read(pages, worklog.Options{Languages: []worklog.LanguageOptions{
		{Code: "en", ContentDir: "content"}, {Code: "vi", ContentDir: "content"},
	}})
}

// unescape lets an archive hold bytes that are no text, and more of them than anyone would keep.
func unescape(data []byte) []byte {
	text := strings.NewReplacer("<+>", "", "<FF>", "\xff", "<NUL>", "\x00", "<CR>\n", "\r").Replace(string(data))
	if before, after, ok := strings.Cut(text, "<MANY>"); ok { // megabytes only for the page that asks
		text = before + strings.Repeat("many ", page.MaxSize/4) + after
	}
	return []byte(text)
}

// TestRules runs all rules on testdata/RULE.txtar: what is found besides the rule shows which slips
// are told twice. Run with -update to accept the findings.
func TestRules(t *testing.T) {
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			name := filepath.Join("testdata", r.ID+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := print(Run(read(archive.Files), testOptions()))
			if !bytes.Contains(got, []byte("["+r.ID+"]")) {
				t.Errorf("no page of %s breaks the rule", name)
			}
			n := len(archive.Files) - 1
			if n < 0 || archive.Files[n].Name != "want" {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
				n++
			}
			if bytes.Equal(got, archive.Files[n].Data) {
				return
			}
			if !*update {
				t.Errorf("got\n%s\nwant\n%s", got, archive.Files[n].Data)
				return
			}
			archive.Files[n].Data = got
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

var update = flag.Bool("update", false, "accept what the rules find as what the goldens want")

func print(found []diag.Diagnostic) []byte {
	var out bytes.Buffer
	for _, d := range found {
		at := d.File.Position(d.Span.Start)
		fmt.Fprintf(&out, "%s:%d:%d: %s: %s [%s]\n", d.File.Path, at.Line, at.Column, d.Severity, d.Message, d.Rule)
		text := d.File.Text(d.Span) // goldens must not hold what scanners look for
		secrets := findSecrets([]byte(text))
		if d.Rule == "credential" { // one that only the text around it gives away
			secrets = []secret{{at: source.Span{End: len(text)}}}
		}
		for _, s := range secrets {
			text = text[:s.at.Start+4] + strings.Repeat("*", s.at.Len()-4) + text[s.at.End:]
		}
		fmt.Fprintf(&out, "  %q\n", text)
		if d.Hint != "" {
			fmt.Fprintf(&out, "  hint: %s\n", d.Hint)
		}
	}
	return out.Bytes()
}
