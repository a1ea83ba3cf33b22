package check

import (
	"worklog/generator/internal/diag"
	"worklog/generator/internal/page"
)

func encoding() Rule {
	return Rule{
		ID:       "encoding",
		Severity: diag.Warning,
		Doc:      "The file holds bytes that are no text (not UTF-8, a NUL, line ends of old Macintoshes), which readers would see as broken letters or one long line.",
		Wrong:    "Tu\xe7n 1",
		Right:    "Tuần 1",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				for _, f := range pg.Flaws {
					switch f.Kind {
					case page.InvalidUTF8:
						p.report(pg.File, f.Span, "this byte is not UTF-8 text", "save the file with the encoding UTF-8")
					case page.NULByte:
						p.report(pg.File, f.Span, "this byte is a NUL, which no text holds", "delete it, or save the file with the encoding UTF-8")
					case page.LoneCR:
						if f.Span.End < len(pg.File.Data) { // the last byte ends nothing
							p.report(pg.File, f.Span, "the line ends with a lone carriage return, which Hugo takes for no line end at all", "save the file with the line ends LF or CRLF")
						}
					}
				}
			}
		},
	}
}
