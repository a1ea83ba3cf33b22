package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestPlaceOfSeveralPages has two pages for week 3, of which the second begins it: the finding must
// name the day that was compared, not that of the first page.
func TestPlaceOfSeveralPages(t *testing.T) {
	var files []txtar.File
	for _, p := range []struct{ name, week, start, end string }{
		{"1/a", "1", "27/04/2026", "27/04/2026"},
		{"2/a", "2", "18/05/2026", "18/05/2026"},
		{"3/a", "3", "18/05/2026", "30/04/2026"}, // ends before it starts, so it sorts first
		{"3/b", "3", "13/05/2026", "13/05/2026"},
		{"4/a", "4", "25/05/2026", "25/05/2026"},
		{"5/a", "5", "01/06/2026", "01/06/2026"},
	} {
		text := fmt.Sprintf("# Week %s\n\n| Day | Task | Start Date | Completion Date |\n|---|---|---|---|\n| | %s | %s | %s |\n", p.week, p.name, p.start, p.end)
		files = append(files, txtar.File{Name: "content/" + p.name + ".md", Data: []byte(text)})
	}
	found := Run(read(files), Options{})
	i := slices.IndexFunc(found, hasRule("week-order"))
	if i < 0 || !strings.Contains(found[i].Message, "week 2 begins on 18/05/2026, after week 3 (13/05/2026)") {
		t.Errorf("got\n%s", print(found))
	}
}
