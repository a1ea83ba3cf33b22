package worklog

import (
	"slices"

	"cloud.google.com/go/civil"
)

// resolve gives every stated date of the site its meaning once the orders are settled. Weeks that
// state a year come first, as the others take theirs from them.
func resolve(languages []Language) {
	var fallback civil.Date
	var stated []civil.Date
	for _, l := range languages {
		for _, w := range l.Weeks {
			if anchor, ok := w.ownAnchor(); ok {
				w.resolve(anchor)
			}
			if d, ok := FrontMatterDate(w.Page.Page); ok && d != TemplateDate {
				stated = append(stated, d)
			}
		}
	}
	fallback, _ = median(stated)
	for _, l := range languages {
		dated := nearestWeeks(l.Weeks, func(w *Week) bool { return !w.Start.IsZero() })
		for i, w := range l.Weeks {
			if !w.resolved() {
				w.resolve(w.anchorFromOthers(dated[i], fallback))
			}
		}
	}
}

func (w *Week) resolved() bool {
	for _, s := range slices.Concat(w.stated(), w.headingDates()) {
		if !s.Date.IsZero() || s.Problem != Fine {
			return true
		}
	}
	return false
}

// ownAnchor is the median of the dates for which the page itself states a year.
func (w *Week) ownAnchor() (civil.Date, bool) {
	var days []civil.Date
	for _, s := range slices.Concat(w.stated(), w.headingDates()) {
		if d, ok := s.in(w.Order, s.Year); ok && s.Year >= firstYear && s.Year <= lastYear {
			days = append(days, d)
		} else if d, ok := s.in(w.Order.other(), s.Year); ok && s.Year >= firstYear && s.Year <= lastYear {
			days = append(days, d)
		}
	}
	return median(days)
}

func median(days []civil.Date) (civil.Date, bool) {
	if len(days) == 0 {
		return civil.Date{}, false
	}
	slices.SortFunc(days, civil.Date.Compare)
	return days[len(days)/2], true
}

func (o Order) other() Order {
	if o == MonthDay {
		return DayMonth
	}
	return MonthDay
}

// anchorFromOthers is a day near which a week without a year must lie: from the nearest week that
// has one, the same week in another language, its front matter, or that of the other weeks.
func (w *Week) anchorFromOthers(near *Week, fallback civil.Date) civil.Date {
	if near != nil {
		apart := 0
		if w.Number > 0 && near.Number > 0 {
			apart = 7 * (w.Number - near.Number)
		}
		return near.Start.AddDays(apart)
	}
	for _, o := range w.Others {
		if !o.Start.IsZero() {
			return o.Start
		}
	}
	if d, ok := FrontMatterDate(w.Page.Page); ok && d != TemplateDate {
		return d
	}
	return fallback
}

// resolve gives the week's dates their meaning; the anchor, which may be zero, is a day near which
// they lie.
func (w *Week) resolve(anchor civil.Date) {
	for _, s := range w.headingDates() {
		s.resolve(w.Order, anchor)
	}
	stated := w.stated()
	for _, s := range stated {
		s.resolve(w.Order, anchor)
	}
	w.swap(stated)
	w.bounds()
}

func (s *Stated) resolve(o Order, anchor civil.Date) {
	year := s.Year
	if year == 0 {
		if anchor.IsZero() {
			s.Problem = NoYear
			if _, ok := s.in(o, undatedYear); !ok {
				s.Problem = Impossible
			}
			return
		}
		year, s.Inferred = nearestYear(s, o, anchor), true
	}
	d, ok := s.in(o, year)
	switch {
	case !ok:
		s.Problem = Impossible
	case year < firstYear || year > lastYear:
		s.Problem = OddYear
	default:
		s.Date = d
	}
}

// nearestYear is the year that brings a day nearest to the anchor: a week may lie over New Year.
func nearestYear(s *Stated, o Order, anchor civil.Date) int {
	best, off := anchor.Year, 1<<30
	for _, y := range [...]int{anchor.Year, anchor.Year - 1, anchor.Year + 1} {
		if d, ok := s.in(o, y); ok {
			if n := d.DaysSince(anchor); max(n, -n) < off {
				best, off = y, max(n, -n)
			}
		}
	}
	return best
}

// swap reads a date in the other order where only that puts it into the week of the others, and
// either the page's order gives no date at all or the weekday column agrees. Without that it may as
// well be a slip of the keyboard.
func (w *Week) swap(stated []*Stated) {
	if w.Reason == Configured {
		return
	}
	var days []civil.Date
	for _, s := range stated {
		if !s.Date.IsZero() {
			days = append(days, s.Date)
		}
	}
	middle, ok := median(days)
	if !ok {
		return
	}
	for _, t := range w.Tables {
		for _, task := range t.Tasks {
			for c := range task.dateCells {
				c.First.swap(w.Order.other(), middle, task.Day)
				if c.Last != nil {
					c.Last.swap(w.Order.other(), middle, nil)
				}
			}
		}
	}
}

func (s *Stated) swap(o Order, middle civil.Date, day *DayCell) {
	if !s.numeric() || s.Problem == OddYear || s.Problem == NoYear {
		return
	}
	if !s.Date.IsZero() && near(s.Date, middle, weekSpread) {
		return
	}
	year := s.Year
	if year == 0 {
		year = middle.Year
	}
	d, ok := s.in(o, year)
	if !ok || !near(d, middle, weekSpread) {
		return
	}
	agrees := day != nil && len(day.Weekdays) == 1 && day.Weekdays[0] == ISOWeekday(d)
	if s.Problem == Impossible || agrees {
		s.Date, s.Swapped, s.Problem = d, true, Fine
	}
}

func near(a, b civil.Date, days int) bool {
	n := a.DaysSince(b)
	return max(n, -n) <= days
}

// bounds finds the first and last day of the week; slips of the keyboard far away do not count.
func (w *Week) bounds() {
	var days []civil.Date
	for _, s := range w.stated() {
		if !s.Date.IsZero() {
			days = append(days, s.Date)
		}
	}
	if len(days) == 0 {
		for _, s := range w.headingDates() {
			if !s.Date.IsZero() {
				days = append(days, s.Date)
			}
		}
	}
	middle, ok := median(days)
	if !ok {
		return
	}
	w.Start, w.End = civil.Date{}, civil.Date{}
	for _, d := range days {
		if !near(d, middle, farOff) {
			continue
		}
		if w.Start.IsZero() || d.Before(w.Start) {
			w.Start = d
		}
		if w.End.IsZero() || d.After(w.End) {
			w.End = d
		}
	}
}
