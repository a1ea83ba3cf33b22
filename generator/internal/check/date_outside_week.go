package check

import (
	"fmt"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func dateOutsideWeek() Rule {
	return Rule{
		ID:       "date-outside-week",
		Severity: diag.Warning,
		Doc:      "A task lies weeks away from the others on its page, most often by a slip in the month or the year.",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n| Tue | Podman | 28/10/2025 | 28/10/2025 | |\n| Wed | ECR | 29/11/2025 | 29/11/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n| Tue | Podman | 28/10/2025 | 28/10/2025 | |\n| Wed | ECR | 29/10/2025 | 29/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					if r.behind || r.start.IsZero() {
						continue
					}
					from, to := r.bounds()
					switch {
					case r.stray:
						p.report(w.file, from.Span,
							fmt.Sprintf("%s lies outside the week of the other tasks, %s", w.file.Text(from.Span), w.days()),
							w.nearer(from, r.start))
					case !r.end.IsZero() && r.end.DaysSince(r.start) > longTask:
						p.report(w.file, to.Span,
							fmt.Sprintf("the task ends on %s, %d days after its start", w.file.Text(to.Span), r.end.DaysSince(r.start)),
							w.nearer(to, r.end))
					}
				}
			})
		},
	}
}

// nearer suggests the date with another month or year that lies within the week.
func (w *week) nearer(s *worklog.Stated, d civil.Date) string {
	for _, guess := range []civil.Date{
		d.AddYears(1), d.AddYears(-1), d.AddMonths(1), d.AddMonths(-1),
		{Year: w.first.Year, Month: w.first.Month, Day: d.Day}, {Year: w.last.Year, Month: w.last.Month, Day: d.Day},
	} {
		if guess.IsValid() && !guess.Before(w.first.AddDays(-3)) && !guess.After(w.last.AddDays(3)) {
			return "write " + w.inForm(s, guess)
		}
	}
	return "mend the day, month or year"
}
