package check

import (
	"fmt"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

// offWeek is the number of days that a page's date may lie outside its week's dates.
const offWeek = 6

func frontMatterDate() Rule {
	return Rule{
		ID:       "front-matter-date",
		Severity: diag.Warning,
		Doc:      "The front matter's date is not the week's: still the template's, far from the tasks, or in the future, where plain Hugo leaves the page out.",
		Wrong:    "---\ntitle: Week 8\ndate: 2024-01-01\n---\n",
		Right:    "---\ntitle: Week 8\ndate: 2025-10-27\n---\n",
		run: func(p *pass) {
			byPage := map[*worklog.Week]*week{}
			for _, w := range p.weeks {
				byPage[w.Week] = w
			}
			for _, pg := range p.site.Pages {
				d, ok := worklog.FrontMatterDate(pg.Page)
				if !ok {
					continue
				}
				if message, hint := judgePageDate(d, p.today, byPage[pg.Week]); message != "" {
					p.report(pg.File, pg.FrontMatter.ValueSpan("date"), message, hint)
				}
			}
		},
	}
}

// judgePageDate words what is wrong with a page's date; w is nil where the page is no weekly page.
func judgePageDate(d, today civil.Date, w *week) (message, hint string) {
	dated := w != nil && !w.template && !w.first.IsZero()
	if dated {
		hint = fmt.Sprintf("write date: %s, the week's first day", w.first)
	}
	switch {
	case w != nil && d == worklog.TemplateDate && (!dated || !near(d, w)):
		return "the page's date is still the template's, 2024-01-01", hint
	case !today.IsZero() && d.After(today):
		if !dated || near(d, w) {
			hint = "write a date that has come, or buildFuture = true in the site's configuration"
		}
		return fmt.Sprintf("the page's date %s is in the future, so plain Hugo leaves the page out till then", d), hint
	case dated && !near(d, w) && w.otherYear() == 0:
		return fmt.Sprintf("the page's date %s lies outside the week, %s to %s", d, w.first, w.last), hint
	}
	return "", ""
}

// near reports whether a page's date lies in its week or a few days beside it.
func near(d civil.Date, w *week) bool {
	return !d.Before(w.first.AddDays(-offWeek)) && !d.After(w.last.AddDays(offWeek))
}
