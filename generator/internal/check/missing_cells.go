package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func missingCells() Rule {
	return Rule{
		ID:       "missing-cells",
		Severity: diag.Info,
		Doc:      "A row has fewer cells than the header; they are taken for empty ones at its end (one finding a table).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				for _, t := range w.Tables {
					var short []*row
					for _, r := range w.rows {
						if r.table == t && len(r.Missing) > 0 && !r.broken {
							short = append(short, r)
						}
					}
					if len(short) == 0 {
						continue
					}
					r := short[0]
					message := fmt.Sprintf("the row has %d of %d cells", len(r.Row.Cells), len(t.Source.Header.Cells))
					if first := columnName(w, t.Columns[r.Missing[0]].Header); first != "" {
						message += fmt.Sprintf(": %q is missing", first)
					}
					if n := len(short) - 1; n > 0 {
						message += fmt.Sprintf(", as are cells of %s", count(n, "other row"))
					}
					p.report(w.file, r.Row.Span, message, "end the row with an empty cell: | |")
				}
			})
		},
	}
}

// columnName is the heading of a column without markup.
func columnName(w *week, header page.Cell) string {
	return shorten(page.Words(w.Page.Inline(header.Span)), 40)
}
