package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func weekGap() Rule {
	return Rule{
		ID:       "week-gap",
		Severity: diag.Info,
		Doc:      "More than nine days lie between the last task of a week and the first of the next: a holiday, or a slip in the dates.",
		Wrong:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECS | 10/11/2025 |\n",
		Right:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECS | 03/11/2025 |\n",
		run: func(p *pass) {
			for _, w := range p.weeks {
				if to := w.place.to; w.place.placement == leavesGap {
					p.report(w.file, w.startsAt(),
						fmt.Sprintf("%d days lie between the last task of %s (%s) and the first of %s (%s)",
							w.first.DaysSince(to.last), to.name(), w.day(to.last), w.name(), w.day(w.first)),
						"mend the dates if it was no holiday")
				}
			}
		},
	}
}
