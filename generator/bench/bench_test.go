package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"worklog/generator/internal/check"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"

	files "worklog"
)

// The made-up pages must be what the figures claim: weeks of seven tasks whose only slips are meant.
func TestSiteIsRead(t *testing.T) {
	const weeks = 30
	dir := t.TempDir()
	if err := writeSite(dir, weeks); err != nil {
		t.Fatal(err)
	}
	var pages []*page.Page
	parser := page.NewParser()
	if err := eachPage(dir, func(path string, data []byte) {
		pages = append(pages, parser.Parse(source.NewFile(path, data)))
	}); err != nil {
		t.Fatal(err)
	}
	language := worklog.LanguageOptions{Code: "en", ContentDir: "content"}
	site := worklog.Read(pages, worklog.Options{Languages: []worklog.LanguageOptions{language}})
	got := site.Languages[0].Weeks
	if len(got) != weeks {
		t.Fatalf("%d weeks, want %d", len(got), weeks)
	}
	for i, w := range got {
		if w.Number != i+1 || len(w.Tables) != 1 || len(w.Tables[0].Tasks) != rowsPerWeek || w.End.DaysSince(w.Start) != 6 {
			t.Errorf("week %d is read as number %d, %s to %s, with tables %v", i+1, w.Number, w.Start, w.End, w.Tables)
		}
	}
	for _, d := range check.Run(site, check.Options{}) {
		if d.Rule != "plain-http" {
			t.Errorf("%s: %s [%s]", d.File.Path, d.Message, d.Rule)
		}
	}
}

func TestSameSiteEveryTime(t *testing.T) {
	if a, b := week(7, 12), week(7, 12); a != b {
		t.Error("the same week is written in two ways")
	}
	if a, b := week(7, 12), week(8, 12); strings.ReplaceAll(a, "7", "") == strings.ReplaceAll(b, "8", "") {
		t.Error("two weeks have the same tasks")
	}
}

func TestCompare(t *testing.T) {
	const page = `<header>%</header><main><h1>Week 1</h1> <p>- one, <b>two</b></p></main>`
	write := func(dir, week string) {
		for _, name := range []string{"index.html", "1-worklog/index.html", "1-worklog/1.1-week1/index.html"} {
			text := page
			if strings.Contains(name, "week") {
				text = week
			}
			if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), text); err != nil {
				t.Fatal(err)
			}
		}
	}
	ours, hugo := t.TempDir(), t.TempDir()
	write(ours, page)
	write(hugo, strings.ReplaceAll(page, "- one", "<li>one"))
	if err := compare(ours, hugo, 1); err != nil {
		t.Errorf("marks and elements are no words, but: %v", err)
	}
	write(hugo, strings.ReplaceAll(page, "two", "three"))
	if err := compare(ours, hugo, 1); err == nil || !strings.Contains(err.Error(), `"1 one, two"`) {
		t.Errorf("a different word gives %v", err)
	}
	if err := compare(ours, hugo, 2); err == nil {
		t.Error("a missing week is not noticed")
	}
}

func TestTable(t *testing.T) {
	r := &results{
		Start: siteResult{1, mb(100, 50), mb(200, 50), mb(50, 40), mb(1, 0), mb(110, 60)},
		Sites: []siteResult{
			{10000, mb(10100, 700), mb(20200, 1000), mb(1050, 400), mb(100, 0), mb(15000, 800)},
			{1000, mb(1100, 200), mb(2200, 300), mb(150, 90), mb(10, 0), mb(1500, 220)},
		},
		Corpus: &corpusResult{24, mb(300, 0)},
	}
	got := r.table()
	for _, want := range []string{
		"| 10000 | 10.10 | 20.20 | 0.50 | 700 | 1000 | 0.70 | 10 % | 0.10 | 15.00 | 800 |\n",
		"at 10000 weeks over that at 1000, start aside: build 1.00, hugo 1.00.\n",
		"CPU ms: build 100, hugo 200, check 50.\n",
		"24 sites of the corpus in one process, its start aside: 300 ms",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q:\n%s", want, got)
		}
	}
}

func mb(ms, peak int64) usage { return usage{time.Duration(ms) * time.Millisecond, peak << 20} }

func TestMedian(t *testing.T) {
	if got := median([]usage{mb(3, 1), mb(1, 9), mb(2, 5)}); got != mb(2, 5) {
		t.Errorf("median is %v", got)
	}
}

// A replacement that replaces nothing would be left behind by a change of ours; that the pages are the
// same is for compare to say.
func TestRivalReplacesOurs(t *testing.T) {
	dir := t.TempDir()
	config, err := writeRival(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{config, filepath.Join(dir, "static", "css", "base.css")} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	err = fs.WalkDir(rivalLayouts, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "layouts/_markup/render-heading.html" { // the generator's own headings are in order
			return err
		}
		if _, err := fs.Stat(files.Files, name); err != nil {
			t.Errorf("%s replaces nothing: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
