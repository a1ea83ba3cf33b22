package check

import (
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/diag"
)

func hasRule(rule string) func(diag.Diagnostic) bool {
	return func(d diag.Diagnostic) bool { return d.Rule == rule }
}

// twoSlips is a page with a slip in its weight and one in its table.
func twoSlips() []txtar.File {
	return complete("---\ntitle: Week 8\nweight: 1\n---\n\n| Day | Task | Start Date | Completion Date |\n|---|---|---|---|\n| Tue | Docker | 27/10/2025 | 27/10/2025 |\n")
}

func TestRunIsSortedAndRepeatable(t *testing.T) {
	first := print(Run(read(twoSlips()), Options{}))
	for range 20 {
		if again := print(Run(read(twoSlips()), Options{})); string(again) != string(first) {
			t.Fatalf("got\n%s\nthen\n%s", first, again)
		}
	}
}

func TestSeveritiesOverride(t *testing.T) {
	found := Run(read(twoSlips()), Options{Severities: map[string]diag.Severity{
		"week-number": diag.Off, "weekday-mismatch": diag.Error,
	}})
	n := 0
	for _, d := range found {
		switch d.Rule {
		case "week-number":
			t.Errorf("a rule that is off found %q", d.Message)
		case "weekday-mismatch":
			n++
			if d.Severity != diag.Error {
				t.Errorf("severity %v, want error", d.Severity)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d weekday findings, want 1", n)
	}
}

func TestEmptySite(t *testing.T) {
	if found := Run(read(nil), Options{Today: today()}); len(found) > 0 {
		t.Errorf("nothing holds %v", found)
	}
}
