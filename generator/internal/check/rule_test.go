package check

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestExamples holds the documentation's examples to what they claim.
func TestExamples(t *testing.T) {
	for _, r := range Rules() {
		if r.Wrong == "" && (r.ID == "page-too-large" || r.ID == "unreadable-file") {
			continue // no text shows them
		}
		if !raises(r.ID, r.Wrong) {
			t.Errorf("%s: the wrong example raises no finding", r.ID)
		}
		if raises(r.ID, r.Right) {
			t.Errorf("%s: the right example raises a finding", r.ID)
		}
	}
}

// raises tells whether an example raises a finding of the rule.
func raises(rule, example string) bool {
	return slices.ContainsFunc(Run(read(complete(example)), testOptions()), hasRule(rule))
}

// complete makes a site of an example: rows get a table, a table a page, a page a name.
func complete(example string) []txtar.File {
	if strings.HasPrefix(example, "-- ") {
		return txtar.Parse([]byte(example)).Files
	}
	table := "| Day | Task | Start Date | Completion Date | Reference |\n|---|---|---|---|---|\n"
	const front = "---\ntitle: Week 8 Worklog\nweight: 8\n---\n"
	switch {
	case strings.HasPrefix(example, "| Day"):
		example = front + example
	case strings.HasPrefix(example, "|"):
		example = front + table + example + "\n"
	case strings.HasPrefix(example, "---"):
		example += "\n" + table + "| Mon | Docker | 27/10/2025 | 27/10/2025 | |\n"
	}
	return []txtar.File{{Name: "content/1-Worklog/1.8-Week8/_index.md", Data: []byte(example)}}
}

// TestRuleTexts holds the ids, docs and messages of the rules to one form.
func TestRuleTexts(t *testing.T) {
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, r := range Rules() {
		if !id.MatchString(r.ID) || seen[r.ID] {
			t.Errorf("%q is no id, or not the only one", r.ID)
		}
		seen[r.ID] = true
		if !strings.HasSuffix(r.Doc, ".") || strings.Count(r.Doc, ". ") > 0 {
			t.Errorf("%s: the doc is not one sentence: %q", r.ID, r.Doc)
		}
	}
}
