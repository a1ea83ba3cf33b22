package generate

import (
	"fmt"
	"testing"
)

// TestNewest puts the last week first, however the program numbers it.
func TestNewest(t *testing.T) {
	week := func(number int, end string) *Week { return &Week{Number: number, End: Date{ISO: end}} }
	d := &Data{Weeks: map[string][]*Week{"en": {
		week(1, "2025-09-12"), week(2, ""), week(3, "2025-09-26"), week(4, "2025-09-19"), week(5, ""), week(6, "2025-09-26"),
	}}}
	for n, want := range map[int]string{10: "[6 3 4 1 5 2]", 2: "[6 3]", 0: "[]"} {
		var got []int
		for _, w := range d.Newest("en", n) {
			got = append(got, w.Number)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("the newest %d: %v, want %s", n, got, want)
		}
	}
	if weeks := d.Newest("vi", 9); len(weeks) > 0 {
		t.Errorf("a language without weeks has %d", len(weeks))
	}
}
