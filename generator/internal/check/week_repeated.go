package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func weekRepeated() Rule {
	return Rule{
		ID:       "week-repeated",
		Severity: diag.Warning,
		Doc:      "A week has the same dates as another, or the same first day, most often because its page began as a copy.",
		Wrong:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECR | 27/10/2025 |\n",
		Right:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECR | 03/11/2025 |\n",
		run: func(p *pass) {
			for _, w := range p.weeks {
				if w.place.placement == repeats {
					message := fmt.Sprintf("%s has the same dates as %s, %s", w.name(), w.place.to.name(), w.days())
					if w.last != w.place.to.last {
						message = fmt.Sprintf("%s begins on the same day as %s, %s", w.name(), w.place.to.name(), w.day(w.first))
					}
					p.report(w.file, w.startsAt(), message, "write the days of this week")
				}
			}
		},
	}
}
