package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"worklog/generator/internal/config"
)

// rowsPerWeek is the number of task rows of each page.
const rowsPerWeek = 7

// calendar is the number of weeks from 2000 to 2024. Ten thousand weeks in a row would reach years
// that no worklog has, and plain Hugo leaves out pages of the future: in greater sites several pages
// share a week, as those of several interns do.
const calendar = 1300

// siteConfig is what both programs read, but for a setting of the generator's own (see setParts). It
// silences the rules that tell of pages which share a week; slips of other kinds are there to be found.
const siteConfig = `baseURL = "https://example.org/"
title = "Worklog of many weeks"
defaultContentLanguage = "en"
enableRobotsTXT = true
disableKinds = ["taxonomy", "term"]

[languages.en]
  label = "English"
  locale = "en"
  title = "Worklog of many weeks"

[markup.goldmark.renderer]
  unsafe = true # as most public worklogs have it: their cells hold <br>

[params.worklog]
  without = [%s]

[params.worklog.rules]
  week-order = "off"
  week-overlap = "off"
  week-repeated = "off"
`

// writeSite writes a site of that many weekly pages. The same number gives the same bytes.
func writeSite(dir string, weeks int) error {
	files := map[string]string{
		"content/_index.md":           "---\ntitle: \"Worklog of many weeks\"\ndate: 2024-12-30\n---\n\nWhat was learned, week by week.\n",
		"content/1-Worklog/_index.md": "---\ntitle: \"Worklog\"\ndate: 2024-12-30\nweight: 1\n---\n\nEvery week has its own page.\n",
	}
	for name, text := range files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	if err := setParts(dir, true); err != nil {
		return err
	}
	for n := 1; n <= weeks; n++ {
		if err := writeFile(filepath.Join(dir, "content", weekPath(n), "_index.md"), week(n, weeks)); err != nil {
			return err
		}
	}
	return nil
}

// setParts writes the configuration: with what is generated from all the weeks, or without it, which
// leaves the page kinds that plain Hugo makes too.
func setParts(dir string, with bool) error {
	without := ""
	if !with {
		without = `"` + strings.Join(config.Parts(), `", "`) + `"`
	}
	return writeFile(filepath.Join(dir, "config.toml"), fmt.Sprintf(siteConfig, without))
}

// weekPath names the folder of a week, below content.
func weekPath(n int) string {
	return filepath.Join("1-Worklog", fmt.Sprintf("1.%d-Week%d", n, n))
}

func writeFile(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

// week writes one weekly page: about 3.5 KB, its table lined up as editors do it.
func week(n, weeks int) string {
	since := (n - 1) * calendar / max(weeks, calendar)
	first := time.Date(2000, 1, 3, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*since)
	stock := topics()
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: \"Week %d Worklog\"\ndate: %s\nweight: %d\nchapter: false\npre: \" <b> 1.%d. </b> \"\n---\n\n",
		n, first.Format(time.DateOnly), n, n)
	fmt.Fprintf(&b, "### Week %d Objectives:\n\n", n)
	for i := range 3 {
		t := stock[(n*5+i*3)%len(stock)]
		fmt.Fprintf(&b, "- Understand %s: %s, on an own account.\n", strings.ToLower(t.name), lowerFirst(t.details[n%len(t.details)]))
	}
	b.WriteString("\n### Tasks to be carried out this week:\n\n")
	rows := [][]string{{"Day", "Task", "Start Date", "Completion Date", "Reference Material"}}
	for i := range rowsPerWeek {
		rows = append(rows, row(n, i, first.AddDate(0, 0, i)))
	}
	writeTable(&b, rows)
	fmt.Fprintf(&b, "\n### Week %d Achievements:\n\n", n)
	for i := range 4 {
		t := stock[(n*7+i*2)%len(stock)]
		fmt.Fprintf(&b, "- **%s** works: %s.\n", t.name, lowerFirst(t.details[(n+i)%len(t.details)]))
	}
	return b.String()
}

// row writes the cells of one day. Every tenth week has a slip, as real ones do.
func row(n, i int, day time.Time) []string {
	stock := topics()
	t := stock[(n*3+i*(1+n%4))%len(stock)]
	link := t.link
	if n%10 == 0 && i == 2 {
		link = "[Old notes](http://notes.example.org/page)"
	}
	var task strings.Builder
	fmt.Fprintf(&task, "- **%s**:", t.name)
	for j := range 3 {
		fmt.Fprintf(&task, "<br>&emsp; + %s", t.details[(n+i+j)%len(t.details)])
	}
	date := day.Format("02/01/2006")
	return []string{day.Weekday().String(), task.String(), date, date, link}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func writeTable(b *strings.Builder, rows [][]string) {
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for y, r := range rows {
		for x, cell := range r {
			fmt.Fprintf(b, "| %-*s ", width[x], cell)
		}
		b.WriteString("|\n")
		if y == 0 {
			for _, w := range width {
				b.WriteString("| " + strings.Repeat("-", w) + " ")
			}
			b.WriteString("|\n")
		}
	}
}
