package check

import (
	"slices"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// daysInWeek is the number of days over which a week's starts spread at most.
const daysInWeek = 7

// rowOf returns the row in which a date stands; nil for one in a heading.
func (w *week) rowOf(s *worklog.Stated) *row {
	for _, r := range w.rows {
		for _, c := range []*worklog.DateCell{r.Start, r.End} {
			if c != nil && (s == &c.First || s == c.Last) {
				return r
			}
		}
	}
	return nil
}

// settle returns the one date that can have been meant by a wrong one: what the weekday, the other
// date of the row and the rows around it leave over. ok is false where they leave several or none.
func (w *week) settle(s *worklog.Stated, r *row) (d civil.Date, ok bool) {
	if r == nil || r.garbled {
		return d, false
	}
	starts := r.Start != nil && s == &r.Start.First && r.Start.Last == nil
	ends := r.End != nil && r.End != r.Start && s == &r.End.First && r.End.Last == nil
	oneDay := w.isOneDayEach()
	if !starts && !(ends && oneDay) {
		return d, false // a task may end on any day after its start
	}
	earliest, latest := w.around(r, oneDay)
	other := r.other(s)
	if !other.IsZero() && oneDay {
		earliest, latest = other, other
	}
	if !other.IsZero() && starts && other.Before(latest) {
		latest = other
	}
	if earliest.IsZero() {
		return d, false
	}
	for day := earliest; !day.After(latest); day = day.AddDays(1) {
		if wanted := r.oneWeekday(); wanted != 0 && weekday(day) != wanted {
			continue
		}
		if !d.IsZero() {
			return d, false
		}
		d = day
	}
	return d, !d.IsZero()
}

// isOneDayEach reports whether every task of the week that has two good dates has the same twice, and
// there is more than one.
func (w *week) isOneDayEach() bool {
	n := 0
	for _, r := range w.rows {
		if r.Start == nil || r.End == nil || r.Start == r.End || r.garbled {
			continue
		}
		from, to := known(&r.Start.First), known(&r.End.First)
		if from.IsZero() || to.IsZero() {
			continue
		}
		if from != to {
			return false
		}
		n++
	}
	return n > 1
}

// other is the good date that stands beside a wrong one; zero for none.
func (r *row) other(s *worklog.Stated) civil.Date {
	for _, c := range []*worklog.DateCell{r.Start, r.End} {
		if c != nil && c.Last == nil && s != &c.First {
			return known(&c.First)
		}
	}
	return civil.Date{}
}

// oneWeekday is the weekday that the day column names for a row, from 1 for Monday; 0 for none or several.
func (r *row) oneWeekday() int {
	if r.Day == nil || r.Day.Through || len(r.Day.Weekdays) != 1 {
		return 0
	}
	return r.Day.Weekdays[0]
}

// around returns the days on which a row can begin, both zero where nothing tells: all starts of the
// page lie within a week, and where they are in order, between those of the rows around it. A row
// that has only its completion counts where tasks take a day each.
func (w *week) around(r *row, oneDay bool) (earliest, latest civil.Date) {
	var before, others []civil.Date
	seen := false
	for _, o := range w.rows {
		seen = seen || o == r
		if o == r || o.start.IsZero() || o.stray || o.behind || o.borrowed() && !oneDay {
			continue
		}
		others = append(others, o.start)
		if !seen {
			before = others
		}
	}
	if len(others) == 0 {
		return earliest, latest
	}
	first, last := slices.MinFunc(others, civil.Date.Compare), slices.MaxFunc(others, civil.Date.Compare)
	if last.DaysSince(first) >= daysInWeek {
		return earliest, latest
	}
	earliest, latest = last.AddDays(1-daysInWeek), first.AddDays(daysInWeek-1)
	if slices.IsSortedFunc(others, civil.Date.Compare) {
		if n := len(before); n > 0 {
			earliest = before[n-1]
		}
		if n := len(before); n < len(others) {
			latest = others[n]
		}
	}
	return earliest, latest
}
