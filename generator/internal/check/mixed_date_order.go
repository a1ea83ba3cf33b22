package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func mixedDateOrder() Rule {
	return Rule{
		ID:       "mixed-date-order",
		Severity: diag.Warning,
		Doc:      "Some dates of a page put the day first and others the month, so a reader cannot tell what 03/11 means (one finding a page).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 10/27/2025 | |\n| Tue | ECR | 28/10/2025 | 28/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n| Tue | ECR | 28/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				var first *worklog.Stated
				n := 0
				for _, s := range w.dates() {
					if s.Swapped {
						if n++; first == nil {
							first = s
						}
					}
				}
				if first == nil {
					return
				}
				this, other := "month/day", "day/month"
				if w.Order == worklog.MonthDay {
					this, other = other, this
				}
				message := fmt.Sprintf("%s lies in this week only as %s, but the page's other dates are %s", w.file.Text(first.Span), this, other)
				if n > 1 {
					message = fmt.Sprintf("%s and %s lie in this week only as %s, but the page's other dates are %s", w.file.Text(first.Span), count(n-1, "other date"), this, other)
				}
				hint := "write " + w.inForm(first, first.Date)
				if first.A <= 12 && first.B <= 12 { // a day or month mistyped is as likely
					hint += ", or mend the day or the month"
				}
				p.report(w.file, first.Span, message, hint)
			})
		},
	}
}
