package check

import (
	"fmt"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func duplicatePath() Rule {
	return Rule{
		ID:       "duplicate-path",
		Severity: diag.Error,
		Doc:      "Two files make the same page, of which Hugo shows one and drops the other without a word.",
		Wrong:    "-- content/week1.md --\n# Week 1\n-- content/Week1/_index.md --\n# Week 1\n",
		Right:    "-- content/Week1/_index.md --\n# Week 1\n",
		run: func(p *pass) {
			type address struct{ language, path string }
			seen := map[address]*worklog.Page{}
			for _, pg := range p.site.Pages {
				a := address{pg.Language, addressOf(pg.Key)}
				first, ok := seen[a]
				if !ok {
					seen[a] = pg
					continue
				}
				p.report(pg.File, firstByte(pg.File),
					fmt.Sprintf("this file and %s make the same page, and Hugo would drop one of them", first.File.Path),
					"delete one of the two, or give it another name")
			}
		},
	}
}

// addressOf is the part of a page's address that its file's path decides: Hugo lowers letters and
// turns spaces into hyphens, and x.md, x/index.md and x/_index.md are one page.
func addressOf(key string) string {
	key = strings.ReplaceAll(strings.ToLower(key), " ", "-")
	for _, index := range []string{"_index", "index"} {
		if key == index {
			return ""
		}
		if cut, ok := strings.CutSuffix(key, "/"+index); ok {
			return cut
		}
	}
	return key
}
