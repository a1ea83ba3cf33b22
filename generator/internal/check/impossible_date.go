package check

import (
	"fmt"
	"time"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func impossibleDate() Rule {
	return Rule{
		ID:       "impossible-date",
		Severity: diag.Error,
		Doc:      "A date is in no calendar, such as 31/02, or in a year that no internship has.",
		Wrong:    "| Mon | Docker | 31/02/2025 | 31/02/2025 | |",
		Right:    "| Mon | Docker | 28/02/2025 | 28/02/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				said := map[string]bool{} // the same slip in start and completion is one
				for _, s := range w.dates() {
					text := w.file.Text(s.Span)
					if s.Problem != worklog.Impossible && s.Problem != worklog.OddYear || said[text] {
						continue
					}
					said[text] = true
					message, hint := w.whyImpossible(s, text)
					p.report(w.file, s.Span, message, hint)
				}
			})
		},
	}
}

// dates returns all dates of the page, those of headings first.
func (w *week) dates() []*worklog.Stated {
	var out []*worklog.Stated
	add := func(c *worklog.DateCell) {
		if c == nil {
			return
		}
		out = append(out, &c.First)
		if c.Last != nil {
			out = append(out, c.Last)
		}
	}
	for _, c := range w.Stated {
		add(c)
	}
	for _, r := range w.rows {
		if r.DateInDay {
			add(r.Start)
		}
		for _, f := range r.Fields {
			add(f.Date)
		}
	}
	return out
}

// whyImpossible words what no calendar has about a date.
func (w *week) whyImpossible(s *worklog.Stated, text string) (message, hint string) {
	r := w.rowOf(s)
	if s.Problem == worklog.OddYear {
		return fmt.Sprintf("%s is in the year %d", text, s.Year), w.yearHint(s)
	}
	hint = "write " + w.exampleFor(r)
	if d, ok := w.settle(s, r); ok {
		hint = "write " + w.inForm(s, d)
	}
	day, month := s.A, s.B
	if !s.Fixed && (w.Order == worklog.MonthDay && s.A <= 12 || s.B > 12 && s.A <= 12) {
		day, month = month, day
	}
	if month < 1 || month > 12 {
		return fmt.Sprintf("%s is no date: there is no month %d", text, month), hint
	}
	year := s.Year
	if year == 0 {
		year = max(w.first.Year, 1)
	}
	days := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day >= 1 && day <= days { // 011/09/2025
		return fmt.Sprintf("%s is no date", text), "write " + w.day(civil.Date{Year: year, Month: time.Month(month), Day: day})
	}
	return fmt.Sprintf("%s is no date: %s %d has %d days", text, time.Month(month), year, days), hint
}

// yearHint says which year puts a date beside the others of its week, which may lie over New Year.
func (w *week) yearHint(s *worklog.Stated) string {
	if w.first.IsZero() {
		return "write the year of the week"
	}
	d := civil.Date{Year: w.first.Year, Month: time.Month(s.B), Day: s.A}
	if w.Order == worklog.MonthDay && !s.Fixed {
		d.Month, d.Day = time.Month(s.A), s.B
	}
	nearest := d
	for _, year := range []int{d.Year - 1, d.Year + 1} {
		if o := (civil.Date{Year: year, Month: d.Month, Day: d.Day}); o.IsValid() && (!nearest.IsValid() || distance(o, w.first) < distance(nearest, w.first)) {
			nearest = o
		}
	}
	if !nearest.IsValid() {
		return "write the year of the week"
	}
	return "write " + w.inForm(s, nearest)
}

// distance is the number of days between two dates.
func distance(a, b civil.Date) int {
	n := a.DaysSince(b)
	return max(n, -n)
}
