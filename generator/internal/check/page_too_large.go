package check

import (
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func pageTooLarge() Rule {
	return Rule{
		ID:       "page-too-large",
		Severity: diag.Warning,
		Doc:      "The page is so large that it is rendered without being read, so its tables are not checked.",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				for _, f := range pg.Flaws {
					if f.Kind == page.PageTooLarge {
						p.report(pg.File, firstByte(pg.File),
							fmt.Sprintf("the page has %d MB, pages above %d MB are not read", len(pg.File.Data)>>20, page.MaxSize>>20),
							"split the page, or keep embedded images in files of their own")
					}
				}
			}
		},
	}
}
