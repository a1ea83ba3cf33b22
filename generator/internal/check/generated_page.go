package check

import (
	"fmt"
	"slices"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

func generatedPage() Rule {
	return Rule{
		ID:       "generated-page",
		Severity: diag.Info,
		Doc:      "A page has the address of one that is generated, such as /report/, which is left out for it.",
		Wrong:    "-- content/report.md --\n# My report\n-- content/week1.md --\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 01/09/2025 |\n",
		Right:    "-- content/final-report.md --\n# My report\n-- content/week1.md --\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 01/09/2025 |\n",
		run: func(p *pass) {
			for _, l := range p.site.Languages {
				if len(l.Weeks) == 0 { // nothing is generated
					continue
				}
				for _, pg := range p.site.Pages {
					name := pg.Address()
					if pg.Language != l.Code || pg.Draft() || !slices.Contains(p.generated, name) {
						continue
					}
					p.report(pg.File, headOf(pg),
						fmt.Sprintf("this page has the address of the generated page /%s/, and takes its place", name),
						fmt.Sprintf("rename it to have both, or leave the generated one out: without = [%q] in [params.worklog]", name))
				}
			}
		},
	}
}

// headOf is where a finding about what a page is called stands: its title, else its first byte.
func headOf(p *worklog.Page) source.Span {
	if p.FrontMatter.Has("title") {
		return p.FrontMatter.ValueSpan("title")
	}
	return firstByte(p.File)
}
