package generate

import "worklog/generator/internal/worklog"

// Program is all the weeks of a language at a glance.
type Program struct {
	Weeks, Tasks, References int
}

// newProgram sums up the weeks; views and weeks are the same weeks in the same order.
func newProgram(views []*Week, weeks []*worklog.Week) *Program {
	p := &Program{Weeks: len(views)}
	for _, v := range views {
		p.Tasks += v.Tasks
		p.References += v.References
	}
	return p
}
