package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func repeatedReference() Rule {
	return Rule{
		ID:       "repeated-reference",
		Severity: diag.Info,
		Doc:      "Several tasks of a week cite one address, most often a home page where the page that was read would help more (one finding a page).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <https://docs.docker.com/> |\n| Tue | Compose | 28/10/2025 | 28/10/2025 | <https://docs.docker.com/> |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <https://docs.docker.com/engine/> |\n| Tue | Compose | 28/10/2025 | 28/10/2025 | <https://docs.docker.com/compose/> |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				seen := map[string]int{}
				var order []worklog.Reference // the second citation of each
				for _, row := range w.rows {
					for _, r := range row.References {
						if r.URL == "" {
							continue
						}
						if seen[r.URL]++; seen[r.URL] == 2 {
							order = append(order, r)
						}
					}
				}
				if len(order) == 0 {
					return
				}
				first := order[0]
				message := fmt.Sprintf("%s is cited %d times on the page", shorten(first.URL, 60), seen[first.URL])
				if n := len(order) - 1; n > 0 {
					message += fmt.Sprintf(", and %d more likewise", n)
				}
				p.report(w.file, first.URLAt, message, "cite the very page that was read for each task")
			})
		},
	}
}
