package generate

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
	"worklog/generator/internal/worklog"
)

// longestTask is how many days a task counts for from its start, at most: what is said to go on for
// longer is rarely worked on every day.
const longestTask = 7

// DayState is what the tasks of a day say together.
type DayState uint8

// The states of a day.
const (
	DayEmpty DayState = iota // no task
	DayDone                  // every task of the day has a completion, or its table states none
	DayOpen                  // some task lacks its completion
)

// Day is one day of a week as the calendar shows it.
type Day struct {
	State DayState
	Tasks int
	// Row is the anchor of the first task that begins on the day, else of the first that goes on; it
	// is empty where Hugo renders the table itself.
	Row string
}

// datedDay is a Day with its date.
type datedDay struct {
	Day
	date   civil.Date
	begins bool // the task of Row begins on the day
}

// weekDays is when the tasks of a week took place.
type weekDays struct {
	days      []datedDay // in order, those with tasks
	first     civil.Date // Week.Start; zero where no date is known
	lastStart civil.Date // the latest start of a task within the week's bounds
	firstOpen string     // the anchor of the first open task
	firstLate string     // the anchor of the first late task
}

// readDays finds the days of a week, and counts in v what is filled, open and late. Days count that lie in the
// seven from the week's first day, or up to the last on which a task begins. A task is
//   - open where its table has a column for completions and its own is empty or no date, and neither
//     that cell nor one for the status says that it is done;
//   - late where it began in the seven days from the week's first day, as far as is known, and was
//     completed after them.
func readDays(w *worklog.Week, v *Week) weekDays {
	out := weekDays{first: w.Start, lastStart: w.Start}
	at := map[civil.Date]int{}
	for i, t := range w.Tables {
		ends, anchored := statesEnds(t), !hasShortcode(w.Page.Page, t)
		for j, task := range t.Tasks {
			if task.Group {
				continue
			}
			row := ""
			if anchored {
				row = v.Tables[i].Rows[j].ID
			}
			start, end := taskDates(task)
			open := ends && end.IsZero() && !saysDone(task)
			if open {
				v.Open++
				out.firstOpen = cmp.Or(out.firstOpen, row)
			}
			if seventh := w.Start.AddDays(6); !w.Start.IsZero() && end.After(seventh) && !start.After(seventh) {
				v.Late++
				out.firstLate = cmp.Or(out.firstLate, row)
			}
			if start.After(out.lastStart) && !start.After(w.End) {
				out.lastStart = start
			}
			out.cover(at, start, end, open, row)
		}
	}
	slices.SortFunc(out.days, func(a, b datedDay) int { return a.date.Compare(b.date) })
	last := w.Start.AddDays(6)
	if out.lastStart.After(last) {
		last = out.lastStart
	}
	for _, d := range out.days {
		if !d.date.Before(w.Start) && !d.date.After(last) {
			v.Days++
		}
	}
	return out
}

// cover counts a task for each of its days; at holds where the days are.
func (o *weekDays) cover(at map[civil.Date]int, start, end civil.Date, open bool, row string) {
	if start.IsZero() {
		start = end
	}
	if start.IsZero() {
		return
	}
	n := min(max(end.DaysSince(start), 0)+1, longestTask)
	if end.IsZero() {
		n = 1
	}
	for i := range n {
		date := start.AddDays(i)
		k, ok := at[date]
		if !ok {
			k = len(o.days)
			at[date] = k
			o.days = append(o.days, datedDay{date: date, Day: Day{State: DayDone, Row: row}, begins: i == 0})
		}
		d := &o.days[k]
		d.Tasks++
		if open {
			d.State = DayOpen
		}
		if i == 0 && !d.begins {
			d.Row, d.begins = row, true
		}
	}
}

// taskDates returns the start and the completion of a task; zero where unknown. In a table with one
// date column, the completion is the end of a range.
func taskDates(t *worklog.Task) (start, end civil.Date) {
	if t.Start != nil {
		start = t.Start.First.Date
		if t.Start.Last != nil {
			end = t.Start.Last.Date
		}
	}
	if t.End != nil && t.End != t.Start {
		end = t.End.First.Date
		if t.End.Last != nil {
			end = t.End.Last.Date
		}
	}
	return start, end
}

func statesEnds(t *worklog.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c worklog.Column) bool { return c.Role == worklog.RoleEnd })
}

// saysDone reports whether a task's completion or status says in words that it is done.
func saysDone(t *worklog.Task) bool {
	for _, f := range t.Fields {
		if f.Role != worklog.RoleEnd && f.Role != worklog.RoleStatus || len(f.Runs) == 0 {
			continue
		}
		words := fold.String(page.Words(f.Runs))
		if containsAny(words, "✅", "✔", "✓", "☑", "done", "complete", "finish", "hoan thanh", "xong") &&
			!containsAny(words, "not ", "n't ", "incomplete", "unfinished", "chua", "khong", "partly", "partially", "to be ", "will ", "se ", "expect", "du kien") {
			return true
		}
	}
	return false
}
