package generate

import (
	"html/template"
	"strings"
	"testing"
)

// TestPlaces gives every week an anchor and a prefix of its own, whatever the weeks' numbers.
func TestPlaces(t *testing.T) {
	weeks := []*Week{{Number: 8}, {}, {Number: 8}, {Number: 3}, {}}
	setPlaces(weeks)
	var got []string
	for _, w := range weeks {
		got = append(got, w.Anchor+" "+w.idPrefix)
	}
	if got, want := strings.Join(got, ", "), "week-8 w8-, part-2 p2-, part-3 p3-, week-3 w3-, part-5 p5-"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestPart places a page below a week: a level lower still, and apart from the week's own content.
func TestPart(t *testing.T) {
	w := &Week{Number: 8}
	setPlaces([]*Week{w})
	got := w.Part(2, `<h2 id="a">b</h2><a href="#">c</a><img src="d.png">`, "/week8/day-2/")
	if want := template.HTML(`<h4 id="w8.2-a">b</h4><a href="#week-8.2">c</a><img src="/week8/day-2/d.png">`); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
