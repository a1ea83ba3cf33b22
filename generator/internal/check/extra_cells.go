package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

func extraCells() Rule {
	return Rule{
		ID:       "extra-cells",
		Severity: diag.Warning,
		Doc:      "A row has more cells than the header, most often by a | inside a cell; Markdown drops what stands in them.",
		Wrong:    "| Mon | cat log | grep error | 27/10/2025 | 27/10/2025 | |",
		Right:    "| Mon | cat log \\| grep error | 27/10/2025 | 27/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					if extra := r.extra(); extra != nil {
						at := extra.Span
						if at.Empty() {
							at = r.Row.Span
						}
						hint := `write \| for a | that belongs to the text`
						if strings.HasPrefix(w.file.Text(at), "#") {
							hint = "begin a new line for the heading, after an empty one"
						}
						p.report(w.file, at,
							fmt.Sprintf("the row has %d cells, the header %d: Markdown drops what follows", len(r.Row.Cells), len(r.table.Source.Header.Cells)), hint)
					}
				}
			})
		},
	}
}

// extra is the first cell of the row in a column without a heading; nil for none, and where nothing
// stands there and all dates are in their places: an empty cell too many does no harm.
func (r *row) extra() *page.Cell {
	n := len(r.table.Source.Header.Cells)
	if len(r.Row.Cells) <= n {
		return nil
	}
	for i := range r.Row.Cells[n:] {
		if c := &r.Row.Cells[n+i]; !c.Span.Empty() {
			return c
		}
	}
	for _, f := range r.Fields {
		switch f.Role {
		case worklog.RoleDate, worklog.RoleStart, worklog.RoleEnd:
			if f.Date == nil && len(f.Runs) > 0 {
				return &r.Row.Cells[n]
			}
		}
	}
	return nil
}
