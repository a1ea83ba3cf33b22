// Package suggest finds the word that was probably meant.
package suggest

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the known word that takes the fewest slips of a letter (one added, left out,
// replaced, or swapped with its neighbour) to turn into word, letter case aside. It returns false
// where none is near enough to be a guess: at most a third of the word's letters may be wrong.
// Among equally near words the first one wins.
func Nearest(word string, known []string) (string, bool) {
	word = strings.ToLower(word)
	limit := max(1, utf8.RuneCountInString(word)/3)
	best, found := "", false
	for _, candidate := range known {
		if d := distance(word, strings.ToLower(candidate)); d <= limit {
			best, found, limit = candidate, true, d-1
		}
	}
	return best, found
}

// distance is the optimal string alignment distance: three rows of the matrix are enough, as a
// swap looks back two.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	older, old, row := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(from); i++ {
		older, old, row = old, row, older
		row[0] = i
		for j := 1; j <= len(to); j++ {
			replace := old[j-1]
			if from[i-1] != to[j-1] {
				replace++
			}
			row[j] = min(replace, old[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return row[len(to)]
}
