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
				way := "before"
				switch w.place.placement {
				case precedes:
				case follows:
					way = "after"
				default:
					continue
				}
				to := w.place.to
				hint := "mend the dates, or the number of the week"
				if year := w.otherYear(); year > 0 {
					hint = fmt.Sprintf("write the year %d", year)
				}
				p.report(w.file, w.startsAt(),
					fmt.Sprintf("%s begins on %s, %s %s (%s)", w.name(), w.day(w.first), way, to.name(), w.day(to.first)), hint)
			}
		},
	}
}

// otherYear is the year that would put a week out of line beside its neighbour; 0 where its year is
// not what is wrong.
func (w *week) otherYear() int {
	years := 1
	switch w.place.placement {
	case precedes:
	case follows:
		years = -1
	default:
		return 0
	}
	moved := w.first.AddYears(years)
	if days := moved.DaysSince(w.place.to.first); days < -60 || days > 60 {
		return 0
	}
	return moved.Year
}
