package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/suggest"
	"worklog/generator/internal/worklog"
)

func unreadableDay() Rule {
	return Rule{
		ID:       "unreadable-day",
		Severity: diag.Warning,
		Doc:      "A cell among weekdays is nearly the name of one, so it was misspelt; other words in the day column (Phase 1, Weekend) are meant.",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n| Teusday | ECR | 28/10/2025 | 28/10/2025 | |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n| Tuesday | ECR | 28/10/2025 | 28/10/2025 | |",
		run: func(p *pass) {
			p.eachOwn(func(w *week) {
				days := w.daysByTable()
				for _, r := range w.rows {
					n := days[r.table]
					if r.garbled || r.Day != nil || n.days < n.words-1 || n.days == 0 { // this one is among the words
						continue
					}
					for _, f := range r.Fields {
						if f.Role != worklog.RoleDay {
							continue
						}
						said := beforeMark(page.Words(f.Runs))
						if meant := r.nearestDay(said); meant != "" {
							p.report(w.file, spanOf(w.file, f.Cell.Span, said), fmt.Sprintf("%q is not understood as a day", said), "write "+meant)
						}
					}
				}
			})
		},
	}
}

// dayCount counts the cells of a day column that say a day, and those that say something else.
type dayCount struct{ days, words int }

func (w *week) daysByTable() map[*worklog.Table]dayCount {
	out := map[*worklog.Table]dayCount{}
	for _, r := range w.rows {
		for _, f := range r.Fields {
			if r.garbled || f.Role != worklog.RoleDay || len(f.Runs) == 0 {
				continue
			}
			n := out[r.table]
			if f.Day != nil {
				n.days++
			} else {
				n.words++
			}
			out[r.table] = n
		}
	}
	return out
}

// nearestDay returns the weekday's name that a word misspells; empty where it does none. So many
// words lie near a short name (web, sum) that the row's date must bear it out.
func (r *row) nearestDay(said string) string {
	if said == "" || strings.ContainsFunc(said, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) && c != ' ' }) {
		return ""
	}
	switch strings.ToLower(said) {
	case "midday", "holiday", "today", "weekday", "workday", "payday", "someday", "everyday", "birthday":
		return ""
	}
	if utf8.RuneCountInString(said) <= len("Tues") {
		if r.start.IsZero() {
			return ""
		}
		name := weekdayName(weekday(r.start))[:3]
		meant, _ := suggest.Nearest(said, []string{name})
		return meant
	}
	meant, _ := suggest.Nearest(said, weekdayNames())
	return meant
}

func weekdayNames() []string {
	var out []string
	for day := 1; day <= 7; day++ {
		out = append(out, weekdayName(day), weekdayInForm("Thứ Hai", day))
	}
	return out
}

// beforeMark returns the words before the first mark, behind which remarks stand.
func beforeMark(words string) string {
	if i := strings.IndexAny(words, "([,;:/-–—"); i >= 0 {
		words = words[:i]
	}
	return strings.TrimSpace(words)
}

// spanOf narrows a cell to the words in it, where they stand in it as they are.
func spanOf(f *source.File, cell source.Span, words string) source.Span {
	if i := strings.Index(f.Text(cell), words); i >= 0 {
		return cell.Sub(i, i+len(words))
	}
	return cell
}
