// Package check judges a worklog: its rules find what an author would want to mend. A rule that
// is wrong now and then teaches authors to listen to none, so each keeps silent where in doubt.
package check

import (
	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

// Options is what the rules need to know besides the site; the zero value runs every rule at its
// own severity and knows no future.
type Options struct {
	Today      civil.Date               // the day after which a date is in the future; zero for none
	Severities map[string]diag.Severity // by rule, where it differs from the rule's own; see Configure
	Generated  []string                 // addresses of the pages that are generated in each language with weeks: "report"
}

// Run returns what the rules find on a site, sorted; none of it shows a secret.
func Run(site *worklog.Site, o Options) []diag.Diagnostic {
	p := newPass(site, o)
	for _, r := range Rules() {
		p.rule, p.severity = r.ID, r.Severity
		if s, ok := o.Severities[r.ID]; ok {
			p.severity = s
		}
		if p.severity != diag.Off {
			r.run(p)
		}
	}
	found := diag.Redact(p.found, newSecrets(site, p.secrets))
	diag.Sort(found)
	return found
}
