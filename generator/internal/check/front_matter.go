package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func frontMatter() Rule {
	return Rule{
		ID:       "front-matter",
		Severity: diag.Error,
		Doc:      "The front matter is not closed or not valid, so Hugo refuses the page and the whole site with it.",
		Wrong:    "---\ntitle: \"Week 8\" Worklog\nweight: 8\n---\n",
		Right:    "---\ntitle: \"Week 8 Worklog\"\nweight: 8\n---\n",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				fm := &pg.FrontMatter
				switch {
				case fm.Unclosed:
					mark := map[page.Format]string{page.YAML: "---", page.TOML: "+++", page.JSON: "}"}[fm.Format]
					p.report(pg.File, fm.ErrAt, "the front matter is not closed, so Hugo refuses the page",
						fmt.Sprintf("write %s on a line of its own after the last key", mark))
				case fm.Err != nil:
					name := map[page.Format]string{page.YAML: "YAML", page.TOML: "TOML", page.JSON: "JSON"}[fm.Format]
					f := faultOf(pg.Page)
					p.report(pg.File, f.at, fmt.Sprintf("the front matter is not valid %s, so Hugo refuses the page: %s", name, f.what), f.hint)
				}
			}
		},
	}
}
