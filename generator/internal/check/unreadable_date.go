package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

func unreadableDate() Rule {
	return Rule{
		ID:       "unreadable-date",
		Severity: diag.Warning,
		Doc:      "A cell of a date column holds no date that is understood, or one without a year that nothing supplies, so the task has no place in the calendar.",
		Wrong:    "| Mon | Docker | 27th/Oct | 27/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |",
		run: func(p *pass) {
			yearless := false // one year tells all the others: one finding a site
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					if r.garbled {
						continue
					}
					for _, f := range r.Fields {
						switch f.Role {
						case worklog.RoleDate, worklog.RoleStart, worklog.RoleEnd:
						default:
							continue
						}
						if f.Date != nil {
							if f.Date.First.Problem == worklog.NoYear && !yearless {
								yearless = true
								p.report(w.file, f.Date.First.Span,
									fmt.Sprintf("%s has no year, and nothing on the site tells it", w.file.Text(f.Date.First.Span)),
									"write the year here: the other dates of the site follow it")
							}
							continue
						}
						if words := page.Words(f.Runs); strings.ContainsAny(words, "0123456789") {
							p.report(w.file, f.Cell.Span,
								fmt.Sprintf("%q is not understood as a date", shorten(words, 40)),
								"write "+w.exampleDate())
						}
					}
				}
			})
		},
	}
}

// exampleDate is a date of the week in the page's order.
func (w *week) exampleDate() string {
	switch {
	case !w.first.IsZero():
		return "a date such as " + w.day(w.first)
	case w.Order == worklog.MonthDay:
		return "the date as month/day/year"
	}
	return "the date as day/month/year"
}
