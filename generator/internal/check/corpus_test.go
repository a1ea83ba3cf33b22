package check

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/config"
	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// corpus reads the sites of the folder that WORKLOG_CORPUS names, or of the one that lies beside
// the repository; it skips the test where there is none.
func corpus(tb testing.TB) map[string]*worklog.Site {
	root := os.Getenv("WORKLOG_CORPUS")
	if root == "" {
		root = filepath.FromSlash("../../../../shared/corpus")
	}
	dirs, _ := filepath.Glob(filepath.Join(root, "site-*"))
	if len(dirs) == 0 {
		tb.Skipf("no sites in %s", root)
	}
	parser := page.NewParser()
	sites := map[string]*worklog.Site{}
	for _, dir := range dirs {
		c, err := config.Load(os.DirFS(dir), dir)
		if err != nil {
			tb.Fatal(err)
		}
		o := worklog.Options{Order: worklog.Order(c.DateOrder)}
		for _, l := range c.Languages {
			at := len(o.Languages)
			if l.Code == c.DefaultLanguage {
				at = 0
			}
			o.Languages = slices.Insert(o.Languages, at, worklog.LanguageOptions{Code: l.Code, ContentDir: l.ContentDir})
		}
		var pages []*page.Page
		err = fs.WalkDir(os.DirFS(dir), "content", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(filepath.Join(dir, name))
			pages = append(pages, parser.Parse(source.NewFile(name, data)))
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
		sites[filepath.Base(dir)] = worklog.Read(pages, o)
	}
	return sites
}

// TestCorpus runs the rules over real sites: every finding must stand in its file, and none may
// print a secret. It logs the findings by rule; WORKLOG_FINDINGS names a file for all of them.
func TestCorpus(t *testing.T) {
	var all []byte
	byRule := map[string]int{}
	sitesOf := map[string]map[string]bool{}
	sites := corpus(t)
	for name, site := range sites {
		found := Run(site, Options{Today: civil.Date{Year: 2026, Month: 11, Day: 22}})
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(d.File.Data) {
				t.Errorf("%s: %s: the span %v lies outside the file", d.File.Path, d.Rule, d.Span)
			}
			if d.Severity == diag.Off || d.Message == "" {
				t.Errorf("%s: %s: a finding without severity or message", d.File.Path, d.Rule)
			}
			byRule[d.Rule]++
			if sitesOf[d.Rule] == nil {
				sitesOf[d.Rule] = map[string]bool{}
			}
			sitesOf[d.Rule][name] = true
		}
		all = append(all, "== "+name+"\n"...)
		all = append(all, print(found)...)
	}
	for _, r := range Rules() {
		t.Logf("%-30s %-8v %4d findings on %2d sites", r.ID, r.Severity, byRule[r.ID], len(sitesOf[r.ID]))
	}
	if name := os.Getenv("WORKLOG_FINDINGS"); name != "" {
		if err := os.WriteFile(name, all, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkCorpus is the cost of the rules alone, reading aside.
func BenchmarkCorpus(b *testing.B) {
	sites := corpus(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, site := range sites {
			Run(site, Options{Today: today()})
		}
	}
}
