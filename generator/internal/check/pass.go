package check

import (
	"fmt"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// pass is one run of the rules over a site.
type pass struct {
	site    *worklog.Site
	today   civil.Date
	weeks   []*week    // of all languages, each language's in order
	secrets [][]secret // of each of the site's pages

	generated []string // addresses of generated pages

	rule     string // the rule that runs
	severity diag.Severity
	found    []diag.Diagnostic
}

func newPass(site *worklog.Site, o Options) *pass {
	p := &pass{site: site, today: o.Today, generated: o.Generated, secrets: secretsByPage(site)}
	for _, l := range site.Languages {
		from := len(p.weeks)
		for _, w := range l.Weeks {
			p.weeks = append(p.weeks, newWeek(w))
		}
		placeWeeks(p.weeks[from:])
	}
	return p
}

// report notes a finding of the rule that runs. The message is one sentence without a full stop;
// the hint says what to write instead and may be empty.
func (p *pass) report(f *source.File, at source.Span, message, hint string) {
	p.found = append(p.found, diag.Diagnostic{
		Rule: p.rule, Severity: p.severity, File: f, Span: at, Message: message, Hint: hint,
	})
}

// eachOwn calls a function for the weeks that their authors wrote; what the template says on the
// others is one finding of its own.
func (p *pass) eachOwn(visit func(w *week)) {
	for _, w := range p.weeks {
		if !w.template {
			visit(w)
		}
	}
}

// count words a number of things: "1 row", "3 rows".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
