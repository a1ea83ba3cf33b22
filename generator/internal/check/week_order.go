package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func weekOrder() Rule {
	return Rule{
		ID:       "week-order",
		Severity: diag.Warning,
		Doc:      "A week begins before one that comes before it, or after one that comes after it: the month or the year is wrong, or the week's number.",
		Wrong:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 29/12/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECR | 05/01/2025 |\n",
		Right:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 29/12/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECR | 05/01/2026 |\n",
		run: func(p *pass) {
			for _, w := range p.weeks {
				var way string
				var years int
				switch w.place.placement {
				case precedes:
					way, years = "before", 1
				case follows:
					way, years = "after", -1
				default:
					continue
				}
				to := w.place.to
				hint := "mend the dates, or the number of the week"
				if moved := w.first.AddYears(years); moved.DaysSince(to.first) > -60 && moved.DaysSince(to.first) < 60 {
					hint = fmt.Sprintf("write the year %d", moved.Year)
				}
				p.report(w.file, w.startsAt(),
					fmt.Sprintf("%s begins on %s, %s %s (%s)", w.name(), w.day(w.first), way, to.name(), w.day(to.first)), hint)
			}
		},
	}
}
