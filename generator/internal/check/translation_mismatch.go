package check

import "worklog/generator/internal/diag"

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
