package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func referenceScheme() Rule {
	return Rule{
		ID:       "reference-scheme",
		Severity: diag.Warning,
		Doc:      "A reference is an address without https://, which is shown as text and cannot be followed.",
		Wrong:    "| Mon | Hugo | 27/10/2025 | 27/10/2025 | gohugo.io |",
		Right:    "| Mon | Hugo | 27/10/2025 | 27/10/2025 | <https://gohugo.io> |",
		run: func(p *pass) {
			p.eachReference(func(w *week, r worklog.Reference) {
				if isUnlinked(r) {
					p.report(w.file, r.URLAt, fmt.Sprintf("%s has no https://, so it is text and no link", r.URL), "write <https://"+r.URL+">")
				}
			})
		},
	}
}

// isUnlinked reports whether an address stands in the text without being a link; in a link the lack
// of a scheme is an error, as it leads astray.
func isUnlinked(r worklog.Reference) bool { return r.Auto && isHost(r.URL) }
