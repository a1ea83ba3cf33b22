package check

import (
	"bytes"
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

func placeholder() Rule {
	return Rule{
		ID:       "placeholder",
		Severity: diag.Warning,
		Doc:      "Text that only keeps a place is still there: lorem ipsum, a task that reads TODO or \"...\", a date that reads dd/mm/yyyy (one finding a page).",
		Wrong:    "| Mon | TODO | 27/10/2025 | 27/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				if i := bytes.Index(pg.File.Data, []byte("orem ipsum dolor")); i > 0 {
					p.report(pg.File, source.Span{Start: i - 1, End: i + len("orem ipsum dolor")}, "this text only keeps a place", "write your own, or delete it")
				}
			}
			p.eachOwn(func(w *week) {
				for _, r := range w.rows {
					for _, f := range r.Fields {
						if f.Cell.Span.Len() > longestPlaceholder {
							continue
						}
						if words := page.Words(f.Runs); keepsPlace(f.Role, words) {
							p.report(w.file, f.Cell.Span, fmt.Sprintf("%q only keeps a place", words), "write what the cell is to say, or leave it empty")
							return
						}
					}
				}
			})
		},
	}
}

// longestPlaceholder is the length in bytes of a cell above which it says something.
const longestPlaceholder = 40

// keepsPlace reports whether all that a cell says is that something is to be written there.
func keepsPlace(r worklog.Role, words string) bool {
	words = strings.ToLower(words)
	switch r {
	case worklog.RoleDate, worklog.RoleStart, worklog.RoleEnd:
		switch words {
		case "dd/mm/yyyy", "mm/dd/yyyy", "dd/mm", "mm/dd", "yyyy-mm-dd", "../../....", "__/__/____", "xx/xx/xxxx":
			return true
		}
	case worklog.RoleTask:
		switch strings.Trim(words, "-*+• []<>()") {
		case "todo", "tbd", "...", "…", "xxx", "task", "task description", "your task", "your task here", "your content here", "nội dung", "nội dung công việc", "cập nhật sau", "điền sau":
			return true
		}
	}
	return false
}
