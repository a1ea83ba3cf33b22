package check

import (
	"fmt"
	"slices"

	"worklog/generator/internal/diag"
)

func brokenRow() Rule {
	return Rule{
		ID:       "broken-row",
		Severity: diag.Warning,
		Doc:      "A line break inside a cell cuts a row in two, so the second half is taken for a task of its own and the dates of the first are lost.",
		Wrong:    "| Mon | - Docker<br>- IAM &\nIdentity Center | 27/10/2025 | 27/10/2025 | |",
		Right:    "| Mon | - Docker<br>- IAM & Identity Center | 27/10/2025 | 27/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				for i := 0; i < len(w.rows); i++ {
					if r := w.rows[i]; r.broken {
						p.report(w.file, r.Row.Span,
							fmt.Sprintf("the row breaks off after %d of %d cells and goes on in the next line", len(r.Row.Cells), len(r.table.Source.Header.Cells)),
							"keep a row on one line; write <br> for a line break inside a cell")
						i++ // its other half
					}
				}
			})
		},
	}
}

// markBroken finds the rows of a table that lack cells and are followed by a line without a day
// that has no more cells than they lack, counting the cell that was cut once. Without a day column
// a second half looks like a short row.
func markBroken(rows []*row) {
	if !slices.ContainsFunc(rows, func(r *row) bool { return r.Day != nil }) {
		return
	}
	for i := 0; i+1 < len(rows); i++ {
		a, b := rows[i], rows[i+1]
		n := len(a.table.Source.Header.Cells)
		if a.Day != nil && b.Day == nil && len(a.Row.Cells) < n && len(a.Row.Cells)+len(b.Row.Cells) <= n+1 {
			a.broken, b.broken = true, true
			i++
		}
	}
}
