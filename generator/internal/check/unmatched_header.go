package check

import (
	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func unmatchedHeader() Rule {
	return Rule{
		ID:       "unmatched-header",
		Severity: diag.Warning,
		Doc:      "The line of dashes below a table's header has another number of columns, so Markdown shows the whole table as text.",
		Wrong:    "| Day | Task | Date |\n|---|---|\n| Mon | Docker | 27/10/2025 |\n",
		Right:    "| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				for _, f := range pg.Flaws {
					if f.Kind == page.UnmatchedHeader {
						p.report(pg.File, f.Span, "this is no table to Markdown: "+f.Note, "give this line one --- for each column of the header")
					}
				}
			}
		},
	}
}
