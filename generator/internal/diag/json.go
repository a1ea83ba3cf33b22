package diag

import (
	"encoding/json"
	"io"
	"slices"
)

// finding is a Diagnostic as other programs read it. Lines and columns are 1-based, columns count
// Unicode code points; the end is the first place after the span.
type finding struct {
	Rule      string `json:"rule"`
	Severity  string `json:"severity"` // info, warning or error
	File      string `json:"file"`     // relative to the site's root, slashes forward
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	Message   string `json:"message"`
	Hint      string `json:"hint"` // may be empty
}

// WriteJSON prints findings as one JSON array in the order of Sort; without findings it is empty.
func WriteJSON(w io.Writer, ds []Diagnostic) error {
	ds = slices.Clone(ds)
	Sort(ds)
	findings := make([]finding, 0, len(ds))
	for _, d := range ds {
		start, end := d.File.Position(d.Span.Start), d.File.Position(d.Span.End)
		findings = append(findings, finding{
			Rule: d.Rule, Severity: d.Severity.String(), File: d.File.Path,
			Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
			Message: d.Message, Hint: d.Hint,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(findings)
}
