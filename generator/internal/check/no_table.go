package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func noTable() Rule {
	return Rule{
		ID:       "no-table",
		Severity: diag.Warning,
		Doc:      "A weekly page has no table of tasks that is understood although most weeks of the site have one, so its tasks are missing from everything but the page itself.",
		Wrong:    "-- content/week1.md --\n---\ntitle: Week 1\n---\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n---\ntitle: Week 2\n---\n\nThis week: ECS.\n-- content/week3.md --\n---\ntitle: Week 3\n---\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | EKS | 10/11/2025 |\n",
		Right:    "-- content/week1.md --\n---\ntitle: Week 1\n---\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n---\ntitle: Week 2\n---\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECS | 03/11/2025 |\n-- content/week3.md --\n---\ntitle: Week 3\n---\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | EKS | 10/11/2025 |\n",
		run: func(p *pass) {
			with := map[string]int{} // by language: weeks with a table less weeks without
			for _, w := range p.weeks {
				if len(w.Tables) > 0 {
					with[w.Page.Language]++
				} else {
					with[w.Page.Language]--
				}
			}
			for _, w := range p.weeks {
				if len(w.Tables) > 0 || with[w.Page.Language] <= 0 || unreadHere(w.Page.Page) {
					continue
				}
				message := "the page is about a week, but has no table of tasks"
				if n := len(w.Page.Tables); n > 0 {
					message = fmt.Sprintf("the page is about a week, but none of its tables (%d) is understood as a table of tasks", n)
				}
				p.report(w.file, w.titleSpan(), message,
					"add one that begins with | Day | Task | Start Date | Completion Date | Reference |")
			}
		},
	}
}

// unreadHere reports whether another rule already says why the page's tables were not read.
func unreadHere(pg *page.Page) bool {
	if pg.FrontMatter.Unclosed {
		return true
	}
	for _, f := range pg.Flaws {
		if f.Kind == page.UnmatchedHeader || f.Kind == page.PageTooLarge {
			return true
		}
	}
	return false
}
