package check

import (
	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func unreadableFile() Rule {
	return Rule{
		ID:       "unreadable-file",
		Severity: diag.Error,
		Doc:      "The file system does not give the file's content, so the site would have an empty page in its place.",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				for _, f := range pg.Flaws {
					if f.Kind == page.UnreadableFile {
						p.report(pg.File, f.Span, "the file cannot be read: "+f.Note, "make it a file that you may read, or remove it from the content")
					}
				}
			}
		},
	}
}
