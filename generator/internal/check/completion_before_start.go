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
		Doc:      "A task is completed before it starts, so one of its two dates is wrong (three or more on a page are one finding).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 26/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				var behind []*row
				for _, r := range w.rows {
					if r.behind && !r.overNewYear() {
						behind = append(behind, r)
					}
				}
				if len(behind) == 0 {
					return
				}
				more := ""
				if n := len(behind); n >= 3 { // one slip, carried on
					more = fmt.Sprintf(", as on %s", count(n-1, "other row"))
					behind = behind[:1]
				}
				for _, r := range behind {
					from, to := r.bounds()
					hint := "swap the two dates, or mend the wrong one"
					if fixed := r.end.AddYears(1); fixed.DaysSince(r.start) >= 0 && fixed.DaysSince(r.start) < longTask {
						hint = "write " + w.inForm(to, fixed)
					}
					p.report(w.file, to.Span,
						fmt.Sprintf("the task ends on %s, before it starts on %s%s", w.file.Text(to.Span), w.file.Text(from.Span), more), hint)
				}
			})
		},
	}
}

// overNewYear reports whether a task may end after it starts, as years were guessed.
func (r *row) overNewYear() bool {
	from, to := r.bounds()
	return (from.Inferred || to.Inferred) && r.start.DaysSince(r.end) > 300
}

// bounds returns the dates that state the start and the end of a row that has both. Where the start
// is no date the completion stands in for it, as it does in the row's start.
func (r *row) bounds() (from, to *worklog.Stated) {
	switch {
	case r.Start == nil || r.borrowed():
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
