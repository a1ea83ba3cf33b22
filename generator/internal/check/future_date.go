package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

func futureDate() Rule {
	return Rule{
		ID:       "future-date",
		Severity: diag.Warning,
		Doc:      "A task that the page calls done ends on a day that has not come yet (one finding a page); plans for the coming week are left alone.",
		Wrong:    "| Day | Task | Start Date | Completion Date | Status |\n| --- | --- | --- | --- | --- |\n| Mon | Docker | 27/10/2098 | 27/10/2098 | Done |\n",
		Right:    "| Day | Task | Start Date | Completion Date | Status |\n| --- | --- | --- | --- | --- |\n| Mon | Docker | 27/10/2098 | 27/10/2098 | Planned |\n",
		run: func(p *pass) {
			if p.today.IsZero() {
				return
			}
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					if r.end.IsZero() || !r.end.After(p.today) || r.stray || !r.saysDone() {
						continue
					}
					_, to := r.bounds()
					p.report(w.file, to.Span,
						fmt.Sprintf("the task is called done, but %s is later than today, %s", w.file.Text(to.Span), w.day(p.today)),
						"mend the date, or the status")
					return
				}
			})
		},
	}
}

// saysDone reports whether the row's status says that the work is finished.
func (r *row) saysDone() bool {
	for _, f := range r.Fields {
		if f.Role != worklog.RoleStatus {
			continue
		}
		s := strings.ToLower(page.Words(f.Runs))
		for _, not := range []string{"not", "chưa", "in progress", "incomplete", "đang"} {
			if strings.Contains(s, not) {
				return false
			}
		}
		for _, done := range []string{"done", "complete", "finish", "hoàn thành", "xong", "✅", "✔", "100%"} {
			if strings.Contains(s, done) {
				return true
			}
		}
	}
	return false
}
