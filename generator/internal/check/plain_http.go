package check

import (
	"fmt"
	"net/url"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

func plainHTTP() Rule {
	return Rule{
		ID:       "plain-http",
		Severity: diag.Info,
		Doc:      "A reference is read over http, open to change on the way, though nearly every site has https (one finding a page).",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <http://docs.docker.com/> |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | <https://docs.docker.com/> |",
		run: func(p *pass) {
			said := map[*source.File]bool{}
			p.eachReference(func(w *week, r worklog.Reference) {
				if said[w.file] || !strings.HasPrefix(strings.ToLower(r.URL), "http://") {
					return
				}
				u, err := url.Parse(r.URL)
				if err != nil || u.Host == "" || isLocal(u.Hostname()) || strings.HasPrefix(w.file.Text(r.URLAt), "www.") {
					return
				}
				said[w.file] = true
				p.report(w.file, r.URLAt, fmt.Sprintf("%s is not encrypted", shorten(r.URL, 60)), "write https if the site has it: https://"+r.URL[len("http://"):])
			})
		},
	}
}
