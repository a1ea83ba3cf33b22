package check

import (
	"slices"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

const (
	weekSpread = 10 // days from the week's middle beyond which a start is a slip
	longTask   = 45 // days from start to completion beyond which the completion is a slip
)

// week is a week with what several rules ask about it.
type week struct {
	*worklog.Week
	file     *source.File
	rows     []*row
	template bool       // its tasks are the template's own
	first    civil.Date // the earliest start, slips aside; zero where none is known
	last     civil.Date // the latest start, slips aside
	place    place
}

// row is a task with its resolved dates; group rows are no tasks.
type row struct {
	*worklog.Task
	table  *worklog.Table
	start  civil.Date // zero where unknown or doubtful
	end    civil.Date // zero as above; the start itself where the table has one date column
	stray  bool       // the start lies far from the other rows'
	behind bool       // the end lies before the start
	broken bool       // a line break inside a cell cut the row in two; this is a half of it

	garbled bool // broken, or with cells too many: its cells are not where they belong
}

func newWeek(w *worklog.Week) *week {
	out := &week{Week: w, file: w.Page.File, template: isTemplate(w)}
	for _, t := range w.Tables {
		from := len(out.rows)
		for _, task := range t.Tasks {
			if !task.Group {
				out.rows = append(out.rows, &row{Task: task, table: t})
			}
		}
		markBroken(out.rows[from:])
		for _, r := range out.rows[from:] {
			r.garbled = r.broken || r.extra() != nil
			if !r.garbled {
				r.readDates()
			}
		}
	}
	out.findStrays()
	for _, r := range out.rows {
		if r.start.IsZero() || r.stray {
			continue
		}
		if out.first.IsZero() || r.start.Before(out.first) {
			out.first = r.start
		}
		if out.last.IsZero() || r.start.After(out.last) {
			out.last = r.start
		}
	}
	return out
}

// readDates takes the start and the end from the cells.
func (r *row) readDates() {
	if r.Start != nil {
		r.start = known(&r.Start.First)
		r.end = r.start
		if r.Start.Last != nil {
			r.end = known(r.Start.Last)
		}
	}
	if r.End != nil && r.End != r.Start {
		r.end = known(&r.End.First)
		if r.End.Last != nil {
			r.end = known(r.End.Last)
		}
		if r.start.IsZero() {
			r.start = known(&r.End.First)
		}
	}
	r.behind = !r.start.IsZero() && !r.end.IsZero() && r.end.Before(r.start)
}

// borrowed reports whether the row's start is its completion, as it states no start that is a date.
func (r *row) borrowed() bool {
	return r.End != nil && r.End != r.Start && (r.Start == nil || known(&r.Start.First).IsZero())
}

// known is the meaning of a date that has no problem, else zero.
func known(s *worklog.Stated) civil.Date {
	if s.Problem != worklog.Fine {
		return civil.Date{}
	}
	return s.Date
}

// findStrays marks the rows far from the others. Where more than a quarter are far off, the page
// holds more than a week on purpose.
func (w *week) findStrays() {
	var days []int
	for _, r := range w.rows {
		if !r.start.IsZero() {
			days = append(days, dayNumber(r.start))
		}
	}
	if len(days) < 3 {
		return
	}
	slices.Sort(days)
	middle := days[len(days)/2]
	far := func(d int) bool { return d < middle-weekSpread || d > middle+weekSpread }
	n := 0
	for _, d := range days {
		if far(d) {
			n++
		}
	}
	if n == 0 || n > max(1, len(days)/4) {
		return
	}
	for _, r := range w.rows {
		r.stray = !r.start.IsZero() && far(dayNumber(r.start))
	}
}

// dayNumber counts days from a fixed day.
func dayNumber(d civil.Date) int { return d.DaysSince(civil.Date{Year: 2000, Month: 1, Day: 1}) }

// weekday numbers the days of a week from 1 for Monday to 7 for Sunday.
func weekday(d civil.Date) int { return (int(d.Weekday())+6)%7 + 1 }
