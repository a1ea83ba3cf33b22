package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func frontMatterDateUnreadable() Rule {
	return Rule{
		ID:       "front-matter-date-unreadable",
		Severity: diag.Error,
		Doc:      "A date of the front matter is none that Hugo can read, so it refuses the page and the whole site with it.",
		Wrong:    "---\ntitle: Week 8\ndate: 27/10/2025\n---\n",
		Right:    "---\ntitle: Week 8\ndate: 2025-10-27\n---\n",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				for _, key := range dateKeys() {
					if hugoReads(&pg.FrontMatter, key) {
						continue
					}
					hint := "write the date as 2025-10-27, or delete the line"
					if w := pg.Week; w != nil && !w.Start.IsZero() && key == "date" {
						hint = fmt.Sprintf("write date: %s, the week's first day, or delete the line", w.Start)
					}
					p.report(pg.File, pg.FrontMatter.ValueSpan(key),
						fmt.Sprintf("Hugo cannot read the %s %s and refuses the page", key, shorten(pg.FrontMatter.String(key), 40)), hint)
				}
			}
		},
	}
}
