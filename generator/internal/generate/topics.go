package generate

import "worklog/generator/internal/worklog"

// Topic is a service or technology that tasks name.
type Topic struct{}

// newTopics gathers them; views and weeks are the same weeks in the same order.
func newTopics(views []*Week, weeks []*worklog.Week) []Topic { return nil }
