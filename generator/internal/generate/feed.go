package generate

import (
	"cmp"
	"slices"
	"time"

	"cloud.google.com/go/civil"
)

// Newest returns at most n weeks of a language, the last to end first; weeks without dates come
// behind the others, from the end of the program to its beginning.
func (d *Data) Newest(language string, n int) []*Week {
	weeks := slices.Clone(d.Weeks[language])
	slices.Reverse(weeks)
	slices.SortStableFunc(weeks, func(a, b *Week) int { return cmp.Compare(b.End.ISO, a.End.ISO) })
	return weeks[:min(n, len(weeks))]
}

// longestTask is how many days a task may have taken to count on each of them: a longer one is a
// slip, or no day's work.
const longestTask = 31

// Days returns the days of a language's program on which work was done, in order: the first and the
// last of each task, and the weekdays between.
func (d *Data) Days(language string) []civil.Date {
	seen := map[civil.Date]bool{}
	for _, w := range d.Weeks[language] {
		for _, t := range w.Tables {
			for _, r := range t.Rows {
				for _, day := range r.days() {
					seen[day] = true
				}
			}
		}
	}
	days := make([]civil.Date, 0, len(seen))
	for day := range seen {
		days = append(days, day)
	}
	slices.SortFunc(days, civil.Date.Compare)
	return days
}

func (r *Row) days() []civil.Date {
	start, err := civil.ParseDate(cmp.Or(r.Start, r.End))
	if err != nil {
		return nil // no date at all
	}
	days := []civil.Date{start}
	end, err := civil.ParseDate(r.End)
	if err != nil || !end.After(start) || end.DaysSince(start) > longestTask {
		return days
	}
	for day := start.AddDays(1); day.Before(end); day = day.AddDays(1) {
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			days = append(days, day)
		}
	}
	return append(days, end)
}
