package check

import (
	"fmt"

	"worklog/generator/internal/diag"
)

func weekdayMismatch() Rule {
	return Rule{
		ID:       "weekday-mismatch",
		Severity: diag.Warning,
		Doc:      "The day column names another weekday than the date has, so one of the two is wrong (three or more on a page are one finding).",
		Wrong:    "| Tue | Docker | 27/10/2025 | 27/10/2025 | |",
		Right:    "| Tue | Docker | 28/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				if w.otherYear() > 0 {
					return // in the right year the weekdays may be right
				}
				compared := 0
				var off []*row
				for _, r := range w.rows {
					shift, ok := r.weekdayShift()
					if !ok {
						continue
					}
					compared++
					if shift != 0 {
						off = append(off, r)
					}
				}
				if len(off) >= 3 {
					p.reportWeekdays(w, off, compared)
					return
				}
				for _, r := range off {
					said := w.file.Text(r.Day.Span)
					shift, _ := r.weekdayShift()
					from, _ := r.bounds()
					p.report(w.file, r.Day.Span, w.disagreement(r),
						fmt.Sprintf("write %s as the day, or %s as the date", weekdayInForm(said, weekday(r.start)), w.inForm(from, r.start.AddDays(shift))))
				}
			})
		},
	}
}

// weekdayShift is how many days the day column is ahead of the date, -3 to 3. It is not ok where
// the two cannot be compared: ranges, ordinals, dates that another rule has found wrong. A task
// that goes on through the named day is right.
func (r *row) weekdayShift() (shift int, ok bool) {
	if r.Day == nil || len(r.Day.Weekdays) != 1 || r.Day.Through || r.start.IsZero() || r.stray || r.behind {
		return 0, false
	}
	if from, _ := r.bounds(); from.Swapped || r.borrowed() && r.Start != nil {
		return 0, false
	}
	day := r.Day.Weekdays[0]
	for d := r.start; !r.end.IsZero() && !d.After(r.end) && d.DaysSince(r.start) < 7; d = d.AddDays(1) {
		if weekday(d) == day {
			return 0, true
		}
	}
	shift = ((day-weekday(r.start))%7 + 7) % 7
	if shift > 3 {
		shift -= 7
	}
	return shift, true
}

// disagreement words how the day and the date of a row contradict each other.
func (w *week) disagreement(r *row) string {
	from, _ := r.bounds()
	return fmt.Sprintf("%s is a %s, but the day column says %s",
		w.file.Text(from.Span), weekdayName(weekday(r.start)), saidWeekday(w.file.Text(r.Day.Span), r.Day.Weekdays[0]))
}

// reportWeekdays reports rows that are wrong together: by one shift, under one date, or at random.
func (p *pass) reportWeekdays(w *week, off []*row, compared int) {
	first := off[0]
	from, _ := first.bounds()
	said := w.file.Text(first.Day.Span)
	shift, _ := first.weekdayShift()
	oneShift, oneDate := true, true
	for _, r := range off {
		s, _ := r.weekdayShift()
		oneShift = oneShift && s == shift
		oneDate = oneDate && r.start == first.start
	}
	which := "every weekday is"
	if len(off) < compared {
		which = fmt.Sprintf("%d of %d weekdays are", len(off), compared)
	}
	switch {
	case oneShift && shift > 0:
		which = fmt.Sprintf("%s %s ahead of the date", which, count(shift, "day"))
	case oneShift:
		which = fmt.Sprintf("%s %s behind the date", which, count(-shift, "day"))
	case oneDate:
		p.report(w.file, first.Day.Span,
			fmt.Sprintf("%d rows with days of their own all have the date %s, a %s", len(off), w.file.Text(from.Span), weekdayName(weekday(first.start))),
			"give each row the date of its day")
		return
	default:
		which += " not the date's"
	}
	p.report(w.file, first.Day.Span, which+": "+w.disagreement(first),
		fmt.Sprintf("begin with %s as the day, or with %s as the date", weekdayInForm(said, weekday(first.start)), w.inForm(from, first.start.AddDays(shift))))
}
