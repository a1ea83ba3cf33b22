package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	worklogfiles "worklog"
	"worklog/generator/internal/site"
	"worklog/generator/internal/worklog"
)

// corpus returns the sites of the corpus of real worklogs; the test is skipped where it is absent.
func corpus(tb testing.TB) []string {
	tb.Helper()
	root := os.Getenv("WORKLOG_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared", "corpus")
	}
	sites, _ := filepath.Glob(filepath.Join(root, "site-*"))
	if len(sites) == 0 {
		tb.Skipf("no corpus in %s: set WORKLOG_CORPUS to a folder with site-* in it", root)
	}
	return sites
}

func testEnv(tb testing.TB) Env {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	return Env{
		Stdout: io.Discard, Stderr: io.Discard, Dir: dir, Files: worklogfiles.Files,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC) },
	}
}

// TestNothingIsLost holds the first promise of the program on real sites: every word of every cell
// of a task table is in its row on the rendered page, and every day and date that was understood is
// there as a day or date.
func TestNothingIsLost(t *testing.T) {
	for _, dir := range corpus(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			env := testEnv(t)
			p, err := open(env, dir)
			if err != nil {
				t.Fatal(err)
			}
			pages := p.site.Pages // rendering forgets them
			out := filepath.Join(t.TempDir(), "public")
			result, err := p.render(t.Context(), env, "", out)
			if err != nil {
				t.Fatal(err)
			}
			checkPages(t, pages, renderedFiles(p, result, out))
		})
	}
}

func checkPages(t *testing.T, pages []*worklog.Page, files map[string]string) {
	cells := 0
	for _, pg := range pages {
		if pg.Week == nil || len(pg.Week.Tables) == 0 {
			continue
		}
		name, ok := files[pg.File.Path]
		if !ok {
			t.Errorf("%s: not rendered", pg.File.Path)
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		tables := renderedTables(t, data)
		for i, table := range pg.Week.Tables {
			if i >= len(tables) {
				t.Errorf("%s: table %d is not on the page", pg.File.Path, i+1)
				break
			}
			if len(tables[i]) != len(table.Tasks) {
				t.Errorf("%s: table %d has %d rows on the page, %d in the file", pg.File.Path, i+1, len(tables[i]), len(table.Tasks))
				continue
			}
			for j, task := range table.Tasks {
				cells += checkRow(t, pg, task, tables[i][j])
			}
		}
	}
	t.Logf("%d cells", cells)
}

// checkRow compares a row of the file with the row of the page; days and dates may change their form.
func checkRow(t *testing.T, pg *worklog.Page, task *worklog.Task, row renderedRow) (cells int) {
	at := pg.File.Position(task.Row.Span.Start).Line
	for _, f := range task.Fields {
		cells++
		switch {
		case f.Date != nil && !f.Date.First.Date.IsZero():
			if !slices.Contains(row.times, f.Date.First.Date.String()) {
				t.Errorf("%s:%d: the date %q is not in the row", pg.File.Path, at, pg.File.Text(f.Cell.Span))
			}
		case f.Day != nil:
			if !saysDay(row.words, pg.Language, f.Day) {
				t.Errorf("%s:%d: the day %q is not in the row: %q", pg.File.Path, at, pg.File.Text(f.Cell.Span), row.words)
			}
		default:
			for _, w := range plainWords(t, pg.File.Bytes(f.Cell.Span)) {
				if !slices.Contains(row.words, w) {
					t.Errorf("%s:%d: the word %q of %q is not in the row: %q", pg.File.Path, at, w, pg.File.Text(f.Cell.Span), row.words)
				}
			}
		}
	}
	return cells
}

func saysDay(words []string, language string, d *worklog.DayCell) bool {
	names := strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	if language == "vi" {
		names = strings.Fields("Hai Ba Tư Năm Sáu Bảy Nhật")
	}
	text := strings.ToLower(strings.Join(words, " "))
	for _, n := range d.Weekdays {
		if !strings.Contains(text, strings.ToLower(names[n-1])) {
			return false
		}
	}
	return len(d.Weekdays) > 0 || len(words) > 0
}

type renderedRow struct {
	words []string
	times []string // datetime attributes
}

// renderedTables returns the rows of each worklog table on a page, less the header.
func renderedTables(t *testing.T, page []byte) [][]renderedRow {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var tables [][]renderedRow
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "table" || !strings.Contains(attribute(n, "class"), "worklog") {
			continue
		}
		var rows []renderedRow
		for r := range n.Descendants() {
			if r.Type == html.ElementNode && r.Data == "tr" && r.Parent.Data == "tbody" {
				rows = append(rows, readRow(r))
			}
		}
		tables = append(tables, rows)
	}
	return tables
}

func readRow(r *html.Node) renderedRow {
	var row renderedRow
	for n := range r.Descendants() {
		if n.Type == html.ElementNode && n.Data == "time" {
			row.times = append(row.times, attribute(n, "datetime"))
		}
	}
	row.words = nodeWords(r)
	return row
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// plainWords reads a cell without our own reader: goldmark renders it, and what is not a tag is
// words.
func plainWords(t *testing.T, cell []byte) []string {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(gmhtml.WithUnsafe()))
	// Behind a word the cell is a paragraph, as it is inline in a table.
	if err := md.Convert(append([]byte("x "), cell...), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return nodeWords(doc)[1:]
}

// nodeWords returns the words of a node, a tag between two words parting them only where a browser
// begins a new line, without list marks.
func nodeWords(root *html.Node) []string {
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "br" || n.Data == "li" || n.Data == "p" || n.Data == "ul" || n.Data == "td" || n.Data == "th" || n.Data == "img":
			b.WriteByte(' ')
		}
	}
	var words []string
	for _, w := range strings.Fields(strings.ReplaceAll(b.String(), "•", " ")) {
		if w = strings.TrimLeft(w, "-+–*◦"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// renderedFiles gives the file of each page by the path of its source.
func renderedFiles(p *project, result *site.Result, out string) map[string]string {
	files := map[string]string{}
	for _, u := range result.URLs {
		rel := strings.TrimPrefix(u.RelPermalink, strings.TrimSuffix(p.config.BasePath, "/"))
		files[u.Source] = filepath.Join(out, filepath.FromSlash(rel), "index.html")
	}
	return files
}
