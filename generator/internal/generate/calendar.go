package generate

import (
	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// mostLines is how many rows of the calendar one page may take: dates are slips beyond that.
const mostLines = 6

// Line is a row of the calendar: seven days of a week, or the days between two weeks of which no
// page tells.
type Line struct {
	Week *Week // nil for a gap
	// First is the first of the seven days, or of the gap; zero where the week has no dates.
	First civil.Date
	Last  civil.Date // of a gap: its last day
	Days  [7]Day     // from First on
	More  bool       // a further row of the same week, which holds more than seven days
}

// firstWeekday returns the weekday, 1 for Monday, with which the calendar's rows begin: the one
// that cuts the fewest weeks in two, then the one on which most weeks begin, then the earliest.
func firstWeekday(weeks []weekDays) int {
	var cut, begin [8]int
	for i := range weeks {
		w := &weeks[i]
		if w.first.IsZero() {
			continue
		}
		on := worklog.ISOWeekday(w.first)
		begin[on]++
		for d := 1; d <= 7; d++ {
			if (on-d+7)%7+w.lastStart.DaysSince(w.first) >= 7 {
				cut[d]++
			}
		}
	}
	best := 1
	for d := 2; d <= 7; d++ {
		if cut[d] < cut[best] || cut[d] == cut[best] && begin[d] > begin[best] {
			best = d
		}
	}
	return best
}

// addLines adds the rows of a week.
func (p *Program) addLines(v *Week, w *weekDays) {
	if w.first.IsZero() {
		p.Lines = append(p.Lines, Line{Week: v})
		return
	}
	first := p.rowOf(w.first)
	for i := range min(w.lastStart.DaysSince(first)/7+1, mostLines) {
		p.Lines = append(p.Lines, w.line(v, first.AddDays(7*i), i > 0))
	}
}

// line is the row that begins on a day.
func (w *weekDays) line(v *Week, first civil.Date, more bool) Line {
	l := Line{Week: v, First: first, More: more}
	for _, d := range w.days {
		if n := d.date.DaysSince(first); n >= 0 && n < 7 {
			l.Days[n] = d.Day
		}
	}
	return l
}

// addGap adds what lies between two days, the first of a row and the last of another, after a week:
// rows for as long as a task of the week goes on, and a gap of the rest.
func (p *Program) addGap(v *Week, w *weekDays, from, to civil.Date) {
	if len(w.days) == 0 {
		p.Lines = append(p.Lines, Line{First: from, Last: to})
		return
	}
	last := w.days[len(w.days)-1].date
	for !last.Before(from) && from.Before(to) {
		p.Lines = append(p.Lines, w.line(v, from, true))
		from = from.AddDays(7)
	}
	if from.Before(to) {
		p.Lines = append(p.Lines, Line{First: from, Last: to})
	}
}

// rowOf is the first day of the calendar's row in which a day lies.
func (p *Program) rowOf(d civil.Date) civil.Date {
	return d.AddDays(-((worklog.ISOWeekday(d) - p.FirstWeekday + 7) % 7))
}

// inOrder marks the weeks that are in line by their first days: the greatest number of weeks of which
// each begins after the one before it, so that one slip of the keyboard is seen at its own week and not
// at its neighbours. Weeks without dates are not in line.
func inOrder(weeks []weekDays) []bool {
	var ends []int // ends[n] is where the best sequence of n+1 weeks ends
	before := make([]int, len(weeks))
	for i := range weeks {
		first := weeks[i].first
		if first.IsZero() {
			continue
		}
		lo, hi := 0, len(ends)
		for lo < hi { // the first end that is no earlier
			if m := (lo + hi) / 2; weeks[ends[m]].first.Before(first) {
				lo = m + 1
			} else {
				hi = m
			}
		}
		before[i] = -1
		if lo > 0 {
			before[i] = ends[lo-1]
		}
		if lo == len(ends) {
			ends = append(ends, i)
		} else if weeks[ends[lo]].first != first {
			ends[lo] = i
		}
	}
	out := make([]bool, len(weeks))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			out[i] = true
		}
	}
	return out
}
