package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func referencePunctuation() Rule {
	return Rule{
		ID:       "reference-punctuation",
		Severity: diag.Warning,
		Doc:      "An address ends with a comma, bracket or other mark that belongs to the sentence around it, so it leads elsewhere.",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <https://docs.docker.com/,> |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <https://docs.docker.com/> |",
		run: func(p *pass) {
			p.eachReference(func(w *week, r worklog.Reference) {
				written := strings.Trim(w.file.Text(r.URLAt), "<> ")
				if !strings.Contains(written, "://") {
					return
				}
				if fault, _ := faultOfURL(r.URL); fault != "" {
					return
				}
				if clean := strings.TrimRight(written, ",;.>\"'”’，。"); clean != written && !strings.HasSuffix(written, "…") && !strings.HasSuffix(written, "...") {
					mark, _ := utf8.DecodeRuneInString(written[len(clean):])
					p.report(w.file, r.URLAt, fmt.Sprintf("the address ends with %q", string(mark)), "write "+clean)
				}
			})
		},
	}
}
