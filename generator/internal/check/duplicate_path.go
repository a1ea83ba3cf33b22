package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func duplicatePath() Rule {
	return Rule{
		ID:       "duplicate-path",
		Severity: diag.Error,
		Doc:      "Two files make the same page, of which Hugo shows one and drops the other without a word.",
		Wrong:    "-- content/week1.md --\n# Week 1\n-- content/Week1/_index.md --\n# Week 1\n",
		Right:    "-- content/Week1/_index.md --\n# Week 1\n",
		run: func(p *pass) {
			type address struct{ language, path string }
			seen := map[address]*worklog.Page{}
			for _, pg := range p.site.Pages {
				a := address{pg.Language, pg.Address()}
				first, ok := seen[a]
				if !ok {
					seen[a] = pg
					continue
				}
				p.report(pg.File, firstByte(pg.File),
					fmt.Sprintf("this file and %s make the same page, and Hugo would drop one of them", first.File.Path),
					"delete one of the two, or give it another name")
			}
		},
	}
}
