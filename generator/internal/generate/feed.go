package generate

import (
	"cmp"
	"slices"
)

// Newest returns at most n weeks of a language, the last to end first; weeks without dates come
// behind the others, from the end of the program to its beginning.
func (d *Data) Newest(language string, n int) []*Week {
	weeks := slices.Clone(d.Weeks[language])
	slices.Reverse(weeks)
	slices.SortStableFunc(weeks, func(a, b *Week) int { return cmp.Compare(b.End.ISO, a.End.ISO) })
	return weeks[:min(n, len(weeks))]
}
