package check

import (
	"fmt"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
)

func weekdayMismatch() Rule {
	return Rule{
		ID:       "weekday-mismatch",
		Severity: diag.Warning,
		Doc:      "The day column names another weekday than the date has, so one of the two is wrong (one finding where at least three rows are off alike).",
		Wrong:    "| Tue | Docker | 27/10/2025 | 27/10/2025 | |",
		Right:    "| Tue | Docker | 28/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				compared := 0
				byShift := map[int][]*row{}
				for _, r := range w.rows {
					shift, ok := r.weekdayShift()
					if !ok {
						continue
					}
					compared++
					if shift != 0 {
						byShift[shift] = append(byShift[shift], r)
					}
				}
				for shift := -3; shift <= 3; shift++ {
					rows := byShift[shift]
					if len(rows) >= 3 {
						p.reportShift(w, rows, shift, compared)
						continue
					}
					for _, r := range rows {
						p.reportWeekday(w, r, shift)
					}
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

func (p *pass) reportWeekday(w *week, r *row, shift int) {
	said := w.file.Text(r.Day.Span)
	from, _ := r.bounds()
	p.report(w.file, r.Day.Span,
		fmt.Sprintf("%s is a %s, but the day column says %s", w.file.Text(from.Span), weekdayName(weekday(r.start)), saidWeekday(said, r.Day.Weekdays[0])),
		fmt.Sprintf("write %s as the day, or %s as the date", weekdayInForm(said, weekday(r.start)), w.inForm(from, r.start.AddDays(shift))))
}

// reportShift reports rows that are all off alike: one slip, made once and carried on.
func (p *pass) reportShift(w *week, rows []*row, shift, compared int) {
	first := rows[0]
	said := w.file.Text(first.Day.Span)
	from, _ := first.bounds()
	which := "every weekday is"
	if len(rows) < compared {
		which = fmt.Sprintf("%d of %d weekdays are", len(rows), compared)
	}
	direction := "ahead of"
	if shift < 0 {
		direction, shift = "behind", -shift
	}
	p.report(w.file, first.Day.Span,
		fmt.Sprintf("%s %s %s its date: %s is a %s, but the day column says %s", which, count(shift, "day"), direction,
			w.file.Text(from.Span), weekdayName(weekday(first.start)), saidWeekday(said, first.Day.Weekdays[0])),
		fmt.Sprintf("begin with %s as the day, or with %s as the date", weekdayInForm(said, weekday(first.start)), w.inForm(from, dateWithDay(first))))
}

// dateWithDay is the date nearest to a row's that has the weekday of its day column.
func dateWithDay(r *row) civil.Date {
	shift, _ := r.weekdayShift()
	return r.start.AddDays(shift)
}
