package worklog

import (
	"slices"

	"cloud.google.com/go/civil"
)

const (
	weekSpread = 10 // days within which the dates of one week lie
	farOff     = 31 // days beyond which a date is a slip, not a long task
)

// undatedYear stands in for a year that is not stated while orders are compared; a leap year, so
// that 29/02 exists.
const undatedYear = 2024

// stated returns the dates of a week's tables in the order of the page.
func (w *Week) stated() []*Stated {
	if w.dates == nil {
		w.dates = w.collectDates()
	}
	return w.dates
}

func (w *Week) collectDates() []*Stated {
	out := make([]*Stated, 0, 16)
	for _, t := range w.Tables {
		for _, task := range t.Tasks {
			for c := range task.dateCells {
				out = append(out, &c.First)
				if c.Last != nil {
					out = append(out, c.Last)
				}
			}
		}
	}
	return out
}

// dateCells yields the dates of a row in the order of its cells.
func (t *Task) dateCells(yield func(*DateCell) bool) {
	if t.DateInDay && !yield(t.Start) {
		return
	}
	for _, f := range t.Fields {
		if f.Date != nil && !yield(f.Date) {
			return
		}
	}
}

// settleOrder decides the order from the page's own dates: the one under which more of them exist
// and lie together. It leaves Undecided what needs other weeks.
func (w *Week) settleOrder(configured Order) {
	var dates []*Stated
	numeric := false
	for _, s := range slices.Concat(w.stated(), w.headingDates()) {
		dates = append(dates, s)
		numeric = numeric || s.numeric()
	}
	switch {
	case len(dates) == 0:
		w.Order, w.Reason = DayMonth, NoDates
	case !numeric:
		w.Order, w.Reason = DayMonth, Same
	case configured != Unknown:
		w.Order, w.Reason = configured, Configured
	default:
		dm, md := cohesion(dates, DayMonth), cohesion(dates, MonthDay)
		switch {
		case dm > md:
			w.Order, w.Reason = DayMonth, OnlyOne
		case md > dm:
			w.Order, w.Reason = MonthDay, OnlyOne
		}
	}
}

func (w *Week) headingDates() []*Stated {
	var out []*Stated
	for _, c := range w.Stated {
		out = append(out, &c.First)
		if c.Last != nil {
			out = append(out, c.Last)
		}
	}
	return out
}

// cohesion is the greatest number of dates that lie within weekSpread days under an order. A date
// without a year may lie in any: a week may lie over New Year.
func cohesion(dates []*Stated, o Order) int {
	const cycle = 366
	dated, undated := map[int]int{}, [cycle]int{} // how many dates fall on a day
	for _, s := range dates {
		year := s.Year
		if year == 0 {
			year = undatedYear
		}
		d, ok := s.in(o, year)
		switch {
		case !ok:
		case s.Year == 0:
			undated[dayOfYear(d)]++
		default:
			dated[dayNumber(d)]++
		}
	}
	best := 0
	for from := range dated {
		n := 0
		ofYear := dayOfYear(civil.Date{Year: 2000, Month: 1, Day: 1}.AddDays(from))
		for off := range weekSpread + 1 {
			n += dated[from+off] + undated[(ofYear+off)%cycle]
		}
		best = max(best, n)
	}
	for from, some := range undated {
		if some == 0 {
			continue
		}
		n := 0
		for off := range weekSpread + 1 {
			n += undated[(from+off)%cycle]
		}
		best = max(best, n)
	}
	return best
}

// dayOfYear counts from 0 for 1 January, in every year as in a leap year.
func dayOfYear(d civil.Date) int {
	d.Year = undatedYear
	return d.DaysSince(civil.Date{Year: undatedYear, Month: 1, Day: 1})
}

// dayNumber counts days from a fixed day.
func dayNumber(d civil.Date) int { return d.DaysSince(civil.Date{Year: 2000, Month: 1, Day: 1}) }

// settleByOthers decides the orders that a page's own dates leave open: by the nearest week whose own
// dates decided, then by the majority of the language, then of the site, then by the weekday column.
func settleByOthers(languages []Language) {
	var all []*Week
	for _, l := range languages {
		all = append(all, l.Weeks...)
		decided := nearestWeeks(l.Weeks, func(w *Week) bool { return w.Reason == OnlyOne || w.Reason == Configured })
		for i, w := range l.Weeks {
			if w.Reason == Undecided && decided[i] != nil {
				w.askNeighbour(decided[i])
			}
		}
	}
	ofSite := majority(all)
	for _, l := range languages {
		ofLanguage := majority(l.Weeks)
		for _, w := range l.Weeks {
			switch {
			case w.Reason != Undecided:
			case ofLanguage != Unknown:
				w.Order, w.Reason = ofLanguage, Majority
			case ofSite != Unknown:
				w.Order, w.Reason = ofSite, Majority
			default:
				w.askWeekdays()
			}
		}
	}
}

// nearestWeeks returns for each week the nearest one of a kind, the earlier of two at the same
// distance; nil where there is none.
func nearestWeeks(weeks []*Week, kind func(*Week) bool) []*Week {
	out := make([]*Week, len(weeks))
	at := make([]int, len(weeks))
	last := -1
	for i, w := range weeks {
		if kind(w) {
			last = i
		}
		at[i] = last
	}
	last = -1
	for i := len(weeks) - 1; i >= 0; i-- {
		if kind(weeks[i]) {
			last = i
		}
		if at[i] < 0 || last >= 0 && last-i < i-at[i] {
			at[i] = last
		}
		if at[i] >= 0 {
			out[i] = weeks[at[i]]
		}
	}
	return out
}

// askNeighbour takes the order under which the week lies where a decided week wants it.
func (w *Week) askNeighbour(near *Week) {
	there, ok := near.middle(near.Order)
	if !ok {
		return
	}
	apart := 7 * (w.Number - near.Number)
	if w.Number == 0 || near.Number == 0 {
		apart = 0
	}
	offDM, okDM := w.offFrom(there+apart, DayMonth)
	offMD, okMD := w.offFrom(there+apart, MonthDay)
	switch {
	case okDM && (!okMD || offDM+7 < offMD):
		w.Order, w.Reason = DayMonth, Neighbours
	case okMD && (!okDM || offMD+7 < offDM):
		w.Order, w.Reason = MonthDay, Neighbours
	}
}

// middle is the day number of the median of the week's dates under an order.
func (w *Week) middle(o Order) (int, bool) {
	var days []int
	for _, s := range w.stated() {
		year := s.Year
		if year == 0 {
			year = s.Date.Year
		}
		if d, ok := s.in(o, year); ok && year != 0 {
			days = append(days, dayNumber(d))
		}
	}
	if len(days) == 0 {
		return 0, false
	}
	slices.Sort(days)
	return days[len(days)/2], true
}

func (w *Week) offFrom(day int, o Order) (int, bool) {
	m, ok := w.middle(o)
	return max(m-day, day-m), ok
}

// majority is the order of most pages whose own dates or neighbours decide it.
func majority(weeks []*Week) Order {
	n := 0
	for _, w := range weeks {
		switch {
		case w.Reason != OnlyOne && w.Reason != Configured && w.Reason != Neighbours:
		case w.Order == DayMonth:
			n++
		default:
			n--
		}
	}
	switch {
	case n > 0:
		return DayMonth
	case n < 0:
		return MonthDay
	}
	return Unknown
}

// askWeekdays takes the order that agrees with more of the weekday column: the last resort, as a
// weekday column that decides can no longer be found wrong.
func (w *Week) askWeekdays() {
	score := 0
	for _, t := range w.Tables {
		for _, task := range t.Tasks {
			if task.Start == nil || task.Day == nil || len(task.Day.Weekdays) != 1 {
				continue
			}
			s := &task.Start.First
			for o, n := range map[Order]int{DayMonth: 1, MonthDay: -1} {
				if d, ok := s.in(o, s.Year); ok && s.Year != 0 && ISOWeekday(d) == task.Day.Weekdays[0] {
					score += n
				}
			}
		}
	}
	switch {
	case score > 0:
		w.Order, w.Reason = DayMonth, WeekdayTies
	case score < 0:
		w.Order, w.Reason = MonthDay, WeekdayTies
	default:
		w.Order = DayMonth // the form of the programs' country; Reason says that it is a guess
	}
}

// ISOWeekday numbers weekdays from 1 for Monday to 7 for Sunday.
func ISOWeekday(d civil.Date) int { return (int(d.Weekday())+6)%7 + 1 }
