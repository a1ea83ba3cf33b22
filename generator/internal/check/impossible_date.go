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
	if s.Problem == worklog.OddYear {
		message = fmt.Sprintf("%s is in the year %d", text, s.Year)
		day, month := s.A, s.B
		if w.Order == worklog.MonthDay && !s.Fixed {
			day, month = month, day
		}
		if !w.first.IsZero() {
			d := w.first
			d.Day, d.Month = day, time.Month(month)
			return message, "write " + w.inForm(s, d)
		}
		return message, "write the year of the week"
	}
	day, month := s.A, s.B
	if !s.Fixed && (w.Order == worklog.MonthDay && s.A <= 12 || s.B > 12 && s.A <= 12) {
		day, month = month, day
	}
	if month < 1 || month > 12 {
		return fmt.Sprintf("%s is no date: there is no month %d", text, month), "write " + w.exampleDate()
	}
	year := s.Year
	if year == 0 {
		year = max(w.first.Year, 1)
	}
	days := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day >= 1 && day <= days { // 011/09/2025
		return fmt.Sprintf("%s is no date", text), "write " + w.day(civil.Date{Year: year, Month: time.Month(month), Day: day})
	}
	return fmt.Sprintf("%s is no date: %s %d has %d days", text, time.Month(month), year, days), "write " + w.exampleDate()
}
