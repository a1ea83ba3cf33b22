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
		Doc:      "A task that the page calls done, by its status or by achievements written before the week, ends on a day that has not come yet (one finding a page).",
		Wrong:    "| Day | Task | Start Date | Completion Date | Status |\n| --- | --- | --- | --- | --- |\n| Mon | Docker | 27/10/2098 | 27/10/2098 | Done |\n",
		Right:    "| Day | Task | Start Date | Completion Date | Status |\n| --- | --- | --- | --- | --- |\n| Mon | Docker | 27/10/2098 | 27/10/2098 | Planned |\n",
		run: func(p *pass) {
			if p.today.IsZero() {
				return
			}
			p.eachOwn(func(w *week) {
				achieved := w.first.After(p.today) && w.achieved()
				for _, r := range w.rows {
					status, done := r.saysDone()
					if r.end.IsZero() || !r.end.After(p.today) || r.stray || !done && (status || !achieved) {
						continue
					}
					_, to := r.bounds()
					how := "by its status"
					if !done {
						how = "by the achievements below"
					}
					p.report(w.file, to.Span,
						fmt.Sprintf("the task is done %s, but %s is later than today, %s", how, w.file.Text(to.Span), w.day(p.today)),
						"mend the date, or what is said to be done")
					return
				}
			})
		},
	}
}

// achieved reports whether the page tells what was achieved in the week.
func (w *week) achieved() bool {
	for i, h := range w.Page.Headings {
		s := strings.ToLower(h.Text)
		if !containsAny(s, "achiev", "accomplish", "outcome", "result", "kết quả", "thành tựu", "đạt được") {
			continue
		}
		to := len(w.file.Data)
		if i+1 < len(w.Page.Headings) {
			to = w.Page.Headings[i+1].Span.Start
		}
		if words := strings.Fields(string(w.file.Data[h.Span.End:to])); len(words) > 5 {
			return true
		}
	}
	return false
}

// saysDone reports whether the row has a status, and whether it says that the work is finished.
func (r *row) saysDone() (status, done bool) {
	for _, f := range r.Fields {
		if f.Role != worklog.RoleStatus || len(f.Runs) == 0 {
			continue
		}
		s := strings.ToLower(page.Words(f.Runs))
		return true, !containsAny(s, "not", "chưa", "in progress", "incomplete", "đang") &&
			containsAny(s, "done", "complete", "finish", "hoàn thành", "xong", "✅", "✔", "100%")
	}
	return false, false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
