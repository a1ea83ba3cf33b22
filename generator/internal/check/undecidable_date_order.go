package check

import (
	"fmt"
	"time"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func undecidableDateOrder() Rule {
	return Rule{
		ID:       "undecidable-date-order",
		Severity: diag.Warning,
		Doc:      "Nothing on the page or its neighbours tells whether its dates put the day or the month first; they are read day first (one finding a page).",
		Wrong:    "| | Docker | 03/11/2025 | 03/11/2025 | |",
		Right:    "| | Docker | 2025-11-03 | 2025-11-03 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				if w.Reason != worklog.Undecided {
					return
				}
				for _, s := range w.dates() {
					if s.Fixed || s.A == s.B || s.A > 12 || s.B > 12 || s.A < 1 || s.B < 1 {
						continue
					}
					p.report(w.file, s.Span,
						fmt.Sprintf("%s can be %d %s or %d %s, and nothing on the site decides it", w.file.Text(s.Span), s.A, time.Month(s.B), s.B, time.Month(s.A)),
						`write dates as 2025-10-27, or dateOrder = "dmy" (or "mdy") under [params.worklog] in the site's configuration`)
					return
				}
			})
		},
	}
}
