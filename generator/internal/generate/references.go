package generate

import "worklog/generator/internal/worklog"

// References is every reference of a language's weeks once.
type References struct{}

// newReferences gathers them; views and weeks are the same weeks in the same order.
func newReferences(views []*Week, weeks []*worklog.Week) *References { return &References{} }
