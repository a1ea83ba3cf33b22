package check

import (
	"slices"

	"cloud.google.com/go/civil"
)

// longBreak is the number of days from the last start of one week to the first of the next beyond
// which a week seems to be missing.
const longBreak = 9

// placement is how the dates of a week lie among the others'.
type placement int

const (
	inOrder   placement = iota
	repeats             // begins on the day of another week
	precedes            // begins before a week that comes before it
	follows             // begins after a week that comes after it
	overlaps            // begins before the week before it has ended
	leavesGap           // begins long after the week before it
)

// place is a placement and the week to which it refers.
type place struct {
	placement
	to *week
}

// stretch is the pages of one week number: some authors keep several pages a week.
type stretch struct {
	number      int
	begin, end  *week // the pages with the first and the last day, which are what findings speak of
	first, last civil.Date
	inLine      bool // among the greatest number of weeks that are in order
}

// placeWeeks judges the weeks of one language against each other. The most weeks that are in order
// among themselves are believed, so that one slip is found at its own week and not at its
// neighbours, too.
func placeWeeks(weeks []*week) {
	line := stretches(weeks)
	markInLine(line)
	var before *stretch
	for i, s := range line {
		if !s.inLine {
			s.begin.place = misplaced(line, i)
			continue
		}
		if before != nil {
			s.begin.place = besides(before, s)
		}
		before = s
	}
}

func stretches(weeks []*week) []*stretch {
	var out []*stretch
	for _, w := range weeks {
		if w.template || w.first.IsZero() {
			continue
		}
		if n := len(out); n > 0 && w.Number > 0 && out[n-1].number == w.Number {
			s := out[n-1]
			if w.first.Before(s.first) {
				s.begin, s.first = w, w.first
			}
			if w.last.After(s.last) {
				s.end, s.last = w, w.last
			}
			continue
		}
		out = append(out, &stretch{number: w.Number, begin: w, end: w, first: w.first, last: w.last})
	}
	return out
}

// markInLine marks a longest increasing subsequence by first day.
func markInLine(line []*stretch) {
	var ends []int // ends[n] is where the best sequence of n+1 weeks ends
	previous := make([]int, len(line))
	for i, s := range line {
		n, found := slices.BinarySearchFunc(ends, s, func(j int, s *stretch) int { return line[j].first.Compare(s.first) })
		previous[i] = -1
		if n > 0 {
			previous[i] = ends[n-1]
		}
		switch {
		case n == len(ends):
			ends = append(ends, i)
		case !found:
			ends[n] = i
		}
	}
	if len(ends) == 0 {
		return
	}
	for i := ends[len(ends)-1]; i >= 0; i = previous[i] {
		line[i].inLine = true
	}
}

// misplaced says how a week out of line lies.
func misplaced(line []*stretch, i int) place {
	s := line[i]
	for j, o := range line {
		if j != i && o.first == s.first && (o.inLine || j < i) {
			return place{repeats, o.begin}
		}
	}
	for j := i - 1; j >= 0; j-- {
		if line[j].inLine && !line[j].first.Before(s.first) {
			return place{precedes, line[j].begin}
		}
	}
	for _, o := range line[i+1:] {
		if o.inLine && !s.first.Before(o.first) {
			return place{follows, o.begin}
		}
	}
	return place{}
}

// besides says how a week lies to the one before it, both in line.
func besides(before, s *stretch) place {
	skipped := 0
	if before.number > 0 && s.number > before.number {
		skipped = s.number - before.number - 1
	}
	switch days := s.first.DaysSince(before.last); {
	case days < 0: // a week may end and the next begin on one day
		return place{overlaps, before.end}
	case days > longBreak+7*skipped:
		return place{leavesGap, before.end}
	}
	return place{}
}
