package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func textOnlyReference() Rule {
	return Rule{
		ID:       "text-only-reference",
		Severity: diag.Info,
		Doc:      "A reference names a source without its address, so nobody can follow it (one finding a page).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | Docker documentation |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | [Docker documentation](https://docs.docker.com/) |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				var first *worklog.Reference
				n, all := 0, 0
				for _, row := range w.rows {
					if row.garbled {
						continue
					}
					for i, r := range row.References {
						all++
						if r.URL != "" || isInternal(r.Title) {
							continue
						}
						if n++; first == nil {
							first = &row.References[i]
						}
					}
				}
				if first == nil {
					return
				}
				title := shorten(first.Title, 40)
				p.report(w.file, first.Span,
					fmt.Sprintf("%q has no address (%d of %s on the page)", title, n, count(all, "reference")),
					fmt.Sprintf("add it: [%s](https://…)", title))
			})
		},
	}
}

// isInternal reports whether a source has no address that a reader could be given.
func isInternal(title string) bool {
	return containsAny(strings.ToLower(title), "internal", "nội bộ", "meeting", "họp", "mentor")
}
