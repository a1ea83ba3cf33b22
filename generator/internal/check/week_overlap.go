package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func weekOverlap() Rule {
	return Rule{
		ID:       "week-overlap",
		Severity: diag.Warning,
		Doc:      "A week begins before the last task of the week before it, so one of the two has a wrong date.",
		Wrong:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n| Tue | ECR | 04/11/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECS | 03/11/2025 |\n",
		Right:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n| Tue | ECR | 28/10/2025 |\n-- content/week2.md --\n# Week 2\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | ECS | 03/11/2025 |\n",
		run: func(p *pass) {
			for _, w := range p.weeks {
				if to := w.place.to; w.place.placement == overlaps {
					p.report(w.file, w.startsAt(),
						fmt.Sprintf("%s begins on %s, but %s has tasks till %s", w.name(), w.day(w.first), to.name(), w.day(to.last)),
						"mend the first date here, or the last one there")
				}
			}
		},
	}
}
