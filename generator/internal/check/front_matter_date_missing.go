package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func frontMatterDateMissing() Rule {
	return Rule{
		ID:       "front-matter-date-missing",
		Severity: diag.Info,
		Doc:      "A weekly page has no date in its front matter: nothing is lost here, but feeds and lists of other themes cannot sort it (one finding a site).",
		Wrong:    "---\ntitle: Week 8\n---\n",
		Right:    "---\ntitle: Week 8\ndate: 2025-10-27\n---\n",
		run: func(p *pass) {
			var first *week
			n := 0
			for _, w := range p.weeks {
				fm := &w.Page.FrontMatter
				if fm.Err != nil || fm.Unclosed || fm.Has("date") || w.first.IsZero() {
					continue
				}
				if n++; first == nil {
					first = w
				}
			}
			if first == nil {
				return
			}
			message := "the front matter has no date"
			if n > 1 {
				message += fmt.Sprintf(", here and on %s", count(n-1, "other weekly page"))
			}
			p.report(first.file, first.Page.FrontMatter.LineSpan("date"), message,
				fmt.Sprintf("add date: %s, the week's first day", first.first))
		},
	}
}
