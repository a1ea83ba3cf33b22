// Package diag holds findings about an author's files and prints them.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"worklog/generator/internal/source"
)

// Severity says how sure and how grave a finding is.
type Severity int

// The severities, from mild to grave; Off is for rules that are switched off.
const (
	Off     Severity = iota
	Info             // a habit worth knowing
	Warning          // probably a slip, or something not understood
	Error            // what the page states cannot be
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the name that is printed and that config.toml takes.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity is the inverse of String.
func ParseSeverity(name string) (Severity, error) {
	if i := slices.Index(severityNames[:], name); i >= 0 {
		return Severity(i), nil
	}
	return Off, fmt.Errorf("unknown severity %q: use off, info, warning or error", name)
}

// Diagnostic is one finding: what is wrong at which place, and what to write instead.
type Diagnostic struct {
	Rule     string // kebab-case id of the rule
	Severity Severity
	File     *source.File
	Span     source.Span
	Message  string   // one sentence without a full stop
	Hint     string   // what to write instead; may be empty
	Secrets  *Secrets // what the source line must not show; nil hides nothing. See Redact
}

// Sort puts findings in the order in which they are printed: file, place, rule, message.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File.Path, b.File.Path),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Count returns how many findings have that severity.
func Count(ds []Diagnostic, s Severity) int {
	n := 0
	for _, d := range ds {
		if d.Severity == s {
			n++
		}
	}
	return n
}
