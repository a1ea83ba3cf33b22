package generate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

func objectiveOf(text string) string {
	return objective(page.NewParser().Parse(source.NewFile("week.md", []byte(text))))
}

func TestObjective(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"behind the colon", "### Week 8 Objective: Queues & topics\n\nSome prose.\n", "Queues & topics"},
		{"a colon before the word", "### Week 8: Objectives\n\n- Run a queue\n", "Run a queue"},
		{"the first item", "### Objectives:\n\n* **Run** a `queue`;\n* Drain it\n", "Run a queue"},
		{"numbered", "## Goals\n1. Run a queue.\n2. Drain it.\n", "Run a queue"},
		{"Vietnamese", "### Mục tiêu tuần 3:\n\n- Chạy hàng đợi\n", "Chạy hàng đợi"},
		{"Vietnamese without marks", "### Muc tieu\n\n- Chạy hàng đợi\n", "Chạy hàng đợi"},
		{"letters and marks apart", "### Mu\u0323c tie\u0302u\n\n- Chạy\n", "Chạy"},
		{"the first sentence", "## Objective\n\nI wanted to run a queue. Then I wanted\nto drain it.\n", "I wanted to run a queue"},
		{"a paragraph of several lines", "## Objective\n\nI wanted to run\na queue\n- and more\n", "I wanted to run a queue"},
		{"a lead-in", "## Objective\n\nThis week I wanted to:\n\n- run a queue\n", "run a queue"},
		{"nothing but a lead-in", "## Objective\n\nTo be told:\n\n| a |\n|---|\n", "To be told"},
		{"below a smaller heading", "## Objectives\n\n### Learning\n\n- Run a queue\n\n## Tasks\n", "Run a queue"},
		{"as bold lines", "## Objectives\n\n**Run a queue**\n\n**Drain it**\n", "Run a queue"},
		{"empty", "## Objectives\n\n## Tasks\n\n- Run a queue\n", ""},
		{"a table comes first", "## Objectives\n\n| Day | Task |\n|--|--|\n| Mon | x |\n\nAfter\n", ""},
		{"shortcodes, tags and pictures are no words", "## Objectives\n\n{{% notice %}}\n<br>\n![x](x.png)\n\n---\nRun a queue\n", "Run a queue"},
		{"a quote", "## Objectives\n\n> - [ ] Run a queue\n", "Run a queue"},
		{"a labelled line", "# Week 3\n\n**Main goal:** run a queue.\n", "run a queue"},
		{"abbreviations", "## Objective\n\nRun a queue, e.g. Amazon SQS, vs. a topic\n", "Run a queue, e.g. Amazon SQS, vs. a topic"},
		{"none", "# Week 3\n\nI ran a queue.\n", ""},
		{"markup is text", "## Objective: a < b & \"c\" 🚀\n", "a < b & \"c\" 🚀"},
		{"CRLF", "## Objective\r\n\r\n- Run a queue\r\n- Drain it\r\n", "Run a queue"},
	} {
		if got := objectiveOf(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestObjectiveIsShort(t *testing.T) {
	got := objectiveOf("## Objective\n\n- " + strings.Repeat("hàng đợi ", 500) + "\n")
	if n := utf8.RuneCountInString(got); n > objectiveLength || n < objectiveLength-20 || !strings.HasSuffix(got, "đợi…") && !strings.HasSuffix(got, "hàng…") {
		t.Errorf("%d characters: %q", n, got)
	}
	if got := shorten(strings.Repeat("x", 200), 10); got != "xxxxxxxxx…" {
		t.Errorf("one long word became %q", got)
	}
}

// FuzzObjective looks for pages that make it panic or say more than one line.
func FuzzObjective(f *testing.F) {
	f.Add("### Week 8 Objective: Queues\n\n- a\n")
	f.Add("## Goals\n> 1. [ ] a\n  b\n**c**\n")
	f.Add("**Goal:** x. Y")
	f.Fuzz(func(t *testing.T, text string) {
		got := objectiveOf(text)
		if utf8.RuneCountInString(got) > objectiveLength || strings.Contains(got, "\n") || utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("%q", got)
		}
	})
}
