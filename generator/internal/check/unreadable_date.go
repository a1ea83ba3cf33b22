package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

func unreadableDate() Rule {
	return Rule{
		ID:       "unreadable-date",
		Severity: diag.Warning,
		Doc:      "A cell of a date column holds no date that is understood, or one without a year that nothing supplies, so the task has no place in the calendar; words for a task that is not over yet are no slip.",
		Wrong:    "| Mon | Docker | 27th/Oct | 27/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | ongoing | |",
		run: func(p *pass) {
			yearless := false // one year tells all the others: one finding a site
			p.eachOwn(func(w *week) {
				columns := w.dateColumns()
				for _, r := range w.rows {
					if r.garbled {
						continue
					}
					for i, f := range r.Fields {
						if !isDateRole(f.Role) {
							continue
						}
						if f.Date == nil {
							p.reportUnreadable(w, r, f, columns[columnOf{r.table, i}])
						} else if f.Date.First.Problem == worklog.NoYear && !yearless {
							yearless = true
							p.report(w.file, f.Date.First.Span,
								fmt.Sprintf("%s has no year, and nothing on the site tells it", w.file.Text(f.Date.First.Span)),
								"write the year here: the other dates of the site follow it")
						}
					}
				}
			})
		},
	}
}

// reportUnreadable reports a cell of a date column that says something else, or of a column that is
// all words the first one.
func (p *pass) reportUnreadable(w *week, r *row, f *worklog.Field, c *dateColumn) {
	words := page.Words(f.Runs)
	more := ""
	if !hasDigit(words) {
		switch {
		case !isSlip(f):
			return
		case c.words <= c.dates+1: // this one and as many others as there are dates
		case c.reported:
			return
		default:
			more = fmt.Sprintf(", as are %s", count(c.words-1, "other cell"))
			c.reported = true
		}
	}
	p.report(w.file, f.Cell.Span, fmt.Sprintf("%q is not understood as a date%s", shorten(words, 40), more), "write "+w.exampleFor(r))
}

// columnOf names a column of a table, 0-based.
type columnOf struct {
	table  *worklog.Table
	number int
}

// dateColumn counts the cells of a date column with a date, and those with words in its place.
type dateColumn struct {
	dates, words int
	reported     bool
}

func (w *week) dateColumns() map[columnOf]*dateColumn {
	out := map[columnOf]*dateColumn{}
	for _, r := range w.rows {
		if r.garbled {
			continue
		}
		for i, f := range r.Fields {
			if !isDateRole(f.Role) {
				continue
			}
			at := columnOf{r.table, i}
			if out[at] == nil {
				out[at] = &dateColumn{}
			}
			if f.Date != nil {
				out[at].dates++
			} else if isSlip(f) {
				out[at].words++
			}
		}
	}
	return out
}

func isDateRole(r worklog.Role) bool {
	return r == worklog.RoleDate || r == worklog.RoleStart || r == worklog.RoleEnd
}

// isSlip reports whether a cell of a date column without a date has words where a date should be.
func isSlip(f *worklog.Field) bool {
	words := page.Words(f.Runs)
	return !hasDigit(words) && !isOpen(words) && !keepsPlace(f.Role, words)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// exampleFor is the good date of a row, or else a date of the week; the row may be nil.
func (w *week) exampleFor(r *row) string {
	if r != nil && !r.start.IsZero() && !r.stray {
		return "a date such as " + w.day(r.start)
	}
	return w.exampleDate()
}

// exampleDate is a date of the week in the page's order.
func (w *week) exampleDate() string {
	switch {
	case !w.first.IsZero():
		return "a date such as " + w.day(w.first)
	case w.Order == worklog.MonthDay:
		return "the date as month/day/year"
	}
	return "the date as day/month/year"
}
