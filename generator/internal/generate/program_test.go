package generate

import (
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/worklog"
)

// TestProgram compares what is said of whole programs with goldens: d is a day that is done, o an open
// one, - one without a task.
func TestProgram(t *testing.T) {
	goldens(t, "testdata/program/*.txtar", func(t *testing.T, site *worklog.Site) []txtar.File {
		out, err := Generate(site, Options{BasePath: "/"})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, code := range slices.Sorted(maps.Keys(out.Data.Programs)) {
			dumpProgram(&b, code, out.Data.Programs[code])
		}
		return []txtar.File{{Name: "want", Data: []byte(b.String())}}
	})
}

func dumpProgram(b *strings.Builder, code string, p *Program) {
	fmt.Fprintf(b, "%s in %s: %d weeks, %d days, %d tasks, %d references; from weekday %d, usually %d days, ends %v, others %v\n",
		code, p.Section, p.Weeks, p.Days, p.Tasks, p.References, p.FirstWeekday, p.UsualDays, p.Ends, p.Languages)
	for _, f := range p.Facts {
		mark := "!"
		if f.Good {
			mark = "+"
		}
		fmt.Fprintf(b, "  %s %s %d of %d: %s", mark, f.Name, f.Count, f.Of, f.Weeks)
		if f.Language != "" {
			fmt.Fprintf(b, ", %s", f.Language)
		}
		if f.Week != nil {
			fmt.Fprintf(b, ", see %s#%s", f.Week.PagePath, f.Row)
		}
		fmt.Fprintln(b)
	}
	for _, l := range p.Lines {
		if l.Week == nil {
			fmt.Fprintf(b, "  gap %s..%s\n", l.First, l.Last)
			continue
		}
		fmt.Fprintf(b, "  week %d more=%v from %s ", l.Week.Number, l.More, l.First)
		rows := []string{}
		for _, d := range l.Days {
			b.WriteString([]string{"-", "d", "o"}[d.State])
			if d.State != DayEmpty {
				rows = append(rows, fmt.Sprintf("%s×%d", d.Row, d.Tasks))
			}
		}
		fmt.Fprintf(b, " %s", strings.Join(rows, " "))
		if !l.More {
			fmt.Fprintf(b, "; %d days, %d open, %d late", l.Week.Days, l.Week.Open, l.Week.Late)
			for _, o := range l.Week.Others {
				fmt.Fprintf(b, ", %s in step %v", o.Week.Language, o.InStep)
			}
		}
		fmt.Fprintln(b)
	}
}

// TestRow tries the calendar's row with names that are markup and with words that are missing.
func TestRow(t *testing.T) {
	site := readSite([]txtar.File{{Name: "content/week/_index.md", Data: []byte("---\ntitle: <b>\"First\"</b>\n---\n| Day | Task | Start | End |\n|--|--|--|--|\n| Mon | Work | 29/12/2025 | |\n")}})
	out, err := Generate(site, Options{BasePath: "/"})
	if err != nil {
		t.Fatal(err)
	}
	p := out.Data.Programs["en"]
	words := Words{
		"dayMonth": "%s %s", "dayDate": "%s %d %s", "open": "not <completed>", "noDates": "no dates", "weekdays": []any{"", "Monday"},
		"months": []string{"Jan", "", "", "", "", "", "", "", "", "", "", "Dec"}, "tasks": []any{"no task", "1 task"}, "days": []any{"0 days", "1 day"},
	}
	got := p.Lines[0].Row(p, `/week/?a="b"`, nil, words)
	for _, want := range []template.HTML{
		`<th scope="row"><a href="/week/?a=&#34;b&#34;">&lt;b&gt;&#34;First&#34;&lt;/b&gt;</a> <span>29 Dec – 4 Jan 2026</span>`,
		`<td class=open><a href="/week/?a=&#34;b&#34;#day-2025-12-29" aria-label="Monday 29 Dec: 1 task, not &lt;completed&gt;">29</a><td>30<td>31<td>1`,
		`</svg>1<i> day</i><td>1<i> task</i><td>0<td class="zero">0`,
	} {
		if !strings.Contains(string(got), string(want)) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
}

// TestSaysDone reads what authors write in place of a completion date.
func TestSaysDone(t *testing.T) {
	for words, want := range map[string]bool{
		"Done": true, "✅": true, "Completed": true, "Hoàn thành": true, "đã xong": true, "Finished early": true,
		"": false, "in progress": false, "not completed": false, "Chưa hoàn thành": false, "To be completed": false, "TBD": false,
	} {
		site := readSite([]txtar.File{{Name: "content/week1.md", Data: []byte("# Week 1\n\n| Day | Task | Start | End |\n|--|--|--|--|\n| Mon | Work | 01/09/2025 | " + words + " |\n| Tue | Work | 02/09/2025 | 02/09/2025 |\n")}})
		var tasks []*worklog.Task
		for _, table := range site.Languages[0].Weeks[0].Tables {
			tasks = append(tasks, table.Tasks...)
		}
		if got := saysDone(tasks[0]); got != want {
			t.Errorf("%q: got %v", words, got)
		}
	}
}

// TestWeekNames names weeks in as few words as tell them apart.
func TestWeekNames(t *testing.T) {
	var n weekNames
	for _, number := range []int{1, 2, 3, 5, 7, 8} {
		n.add(&Week{Number: number})
	}
	n.add(&Week{Title: strings.Repeat("very ", 20)})
	n.pair(&Week{Number: 9}, &Week{Number: 10})
	if got, want := n.String(), "1–3, 5, 7, 8, “very very very very very very very…”, 9 & 10"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	n = weekNames{}
	for number := 1; number < 100; number += 2 {
		n.add(&Week{Number: number})
	}
	if got, want := n.String(), "1, 3, 5, 7, 9, 11, 13, 15, …"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
