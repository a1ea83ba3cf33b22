package check

import (
	"fmt"
	"net/url"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
)

func translationMismatch() Rule {
	return Rule{
		ID:       "translation-mismatch",
		Severity: diag.Warning,
		Doc:      "A page and its translation differ in the week's number, the tasks, their dates or their links, so one of the two is out of date (one finding a page).",
		Wrong:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week1.vi.md --\n# Tuần 1\n\n| Thứ | Công việc | Ngày |\n|---|---|---|\n| 3 | Docker | 28/10/2025 |\n",
		Right:    "-- content/week1.md --\n# Week 1\n\n| Day | Task | Date |\n|---|---|---|\n| Mon | Docker | 27/10/2025 |\n-- content/week1.vi.md --\n# Tuần 1\n\n| Thứ | Công việc | Ngày |\n|---|---|---|\n| 2 | Docker | 27/10/2025 |\n",
		run: func(p *pass) {
			if len(p.site.Languages) == 0 {
				return
			}
			first := p.site.Languages[0].Code
			originals := map[string]*week{}
			for _, w := range p.weeks {
				if w.Page.Language == first {
					originals[w.Page.Key] = w
				}
			}
			for _, w := range p.weeks {
				original := originals[w.Page.Key]
				if w.Page.Language == first || original == nil || w.template || original.template {
					continue
				}
				if d := compare(w, original); d.message != "" {
					p.report(w.file, d.at, d.message, d.hint)
				}
			}
		},
	}
}

// difference is where a page differs from its translation.
type difference struct {
	at            source.Span
	message, hint string
}

// compare returns the first difference of a page to the page that it translates.
func compare(w, original *week) difference {
	there := original.file.Path
	switch {
	case w.Number > 0 && original.Number > 0 && w.Number != original.Number:
		return difference{w.titleSpan(), fmt.Sprintf("this is week %d, but %s is week %d", w.Number, there, original.Number), "give both the same number"}
	case len(w.rows) == 0 || len(original.rows) == 0:
		return difference{}
	case len(w.rows) != len(original.rows):
		n := min(len(w.rows), len(original.rows))
		at := w.rows[len(w.rows)-1].Row.Span
		if len(w.rows) > n {
			at = w.rows[n].Row.Span
		}
		return difference{at, fmt.Sprintf("%s here, but %d in %s", count(len(w.rows), "task"), len(original.rows), there), "translate the same tasks"}
	}
	if d := compareDates(w, original); d.message != "" {
		return d
	}
	return compareLinks(w, original)
}

func compareDates(w, original *week) difference {
	differ := 0
	var first *row
	var a, b civil.Date
	for i, r := range w.rows {
		o := original.rows[i]
		if known(r, o) {
			continue
		}
		if differ++; first == nil {
			first, a, b = r, r.start, o.start
			if a == b {
				a, b = r.end, o.end
			}
		}
	}
	if differ == 0 {
		return difference{}
	}
	from, to := first.bounds()
	if first.start == a {
		to = from
	}
	message := fmt.Sprintf("%s is %s, but the same task in %s is on %s", w.file.Text(to.Span), long(a), original.file.Path, long(b))
	if differ > 1 {
		message += fmt.Sprintf(" (and %s)", count(differ-1, "more task"))
	}
	return difference{to.Span, message, "write " + w.inForm(to, b) + ", or mend the other page"}
}
