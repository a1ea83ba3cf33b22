package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func completionBeforeStart() Rule {
	return Rule{
		ID:       "completion-before-start",
		Severity: diag.Error,
		Doc:      "A task is completed before it starts, so one of its two dates is wrong.",
		Wrong:    "| Mon | Docker | 27/10/2025 | 26/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					if !r.behind {
						continue
					}
					from, to := r.bounds()
					if (from.Inferred || to.Inferred) && r.start.DaysSince(r.end) > 300 {
						continue // a task over New Year whose years were guessed
					}
					hint := "swap the two dates, or mend the wrong one"
					if fixed := r.end.AddYears(1); fixed.DaysSince(r.start) >= 0 && fixed.DaysSince(r.start) < longTask {
						hint = "write " + w.inForm(to, fixed)
					}
					p.report(w.file, to.Span,
						fmt.Sprintf("the task ends on %s, before it starts on %s", w.file.Text(to.Span), w.file.Text(from.Span)), hint)
				}
			})
		},
	}
}

// bounds returns the dates that state the start and the end of a row that has both.
func (r *row) bounds() (from, to *worklog.Stated) {
	switch {
	case r.Start == nil:
		from = &r.End.First
	default:
		from = &r.Start.First
	}
	last := r.End
	if last == nil {
		last = r.Start
	}
	to = &last.First
	if last.Last != nil {
		to = last.Last
	}
	return from, to
}
