package worklog

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

func TestLabels(t *testing.T) {
	root := "../../../../shared/corpus"
	data, err := os.ReadFile(root + "/labels.json")
	if err != nil {
		t.Skip(err)
	}
	type label struct {
		Week    int
		Order   string `json:"date_order"`
		Digits  string `json:"digits_say"`
		Tables  int
		Columns [][]string
		Rows    int
	}
	labels := map[string]label{}
	if err := json.Unmarshal(data, &labels); err != nil {
		t.Fatal(err)
	}
	p := page.NewParser()
	sites, _ := filepath.Glob(root + "/site-*")
	agree := 0
	for _, dir := range sites {
		var pages []*page.Page
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && filepath.Ext(path) == ".md" {
				data, _ := os.ReadFile(path)
				rel, _ := filepath.Rel(dir, path)
				pages = append(pages, p.Parse(source.NewFile(rel, data)))
			}
			return nil
		})
		langs := []LanguageOptions{{"en", "content"}, {"vi", "content"}}
		if strings.HasSuffix(dir, "19") {
			langs[0], langs[1] = langs[1], langs[0]
		}
		site := Read(pages, Options{Languages: langs})
		for _, pg := range site.Pages {
			name := filepath.Base(dir) + "/" + pg.File.Path
			l, labelled := labels[name]
			w := pg.Week
			if !labelled {
				if w != nil && len(w.Tables) > 0 {
					t.Logf("%s: not labelled, week %d, %d tables", name, w.Number, len(w.Tables))
				}
				continue
			}
			if w == nil {
				if l.Tables > 0 {
					t.Logf("%s: no week; label %+v", name, l)
				}
				continue
			}
			rows := 0
			for _, tb := range w.Tables {
				for _, task := range tb.Tasks {
					if !task.Group {
						rows++
					}
				}
			}
			order := map[Order]string{DayMonth: "DMY", MonthDay: "MDY"}[w.Order]
			if w.Reason == NoDates {
				order = ""
			}
			if w.Number != l.Week || rows != l.Rows || order != l.Order {
				var cols [][]Role
				for _, tb := range w.Tables {
					var c []Role
					for _, x := range tb.Columns {
						c = append(c, x.Role)
					}
					cols = append(cols, c)
				}
				t.Logf("%s: week %d/%d rows %d/%d order %s(%d)/%s digits %s tables %d/%d cols %v/%v %s..%s", name, w.Number, l.Week, rows, l.Rows, order, w.Reason, l.Order, l.Digits, len(w.Tables), l.Tables, cols, l.Columns, w.Start, w.End)
			} else {
				agree++
			}
		}
	}
	t.Log("agree", agree, "of", len(labels))
}

func BenchmarkRead(b *testing.B) {
	root := "../../../../shared/corpus"
	p := page.NewParser()
	sites, _ := filepath.Glob(root + "/site-*")
	var all [][]*page.Page
	for _, dir := range sites {
		var pages []*page.Page
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && filepath.Ext(path) == ".md" {
				data, _ := os.ReadFile(path)
				rel, _ := filepath.Rel(dir, path)
				pages = append(pages, p.Parse(source.NewFile(rel, data)))
			}
			return nil
		})
		all = append(all, pages)
	}
	langs := []LanguageOptions{{"en", "content"}, {"vi", "content"}}
	b.ReportAllocs()
	for b.Loop() {
		for _, pages := range all {
			Read(pages, Options{Languages: langs})
		}
	}
}
