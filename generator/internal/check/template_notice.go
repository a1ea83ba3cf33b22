package check

import (
	"bytes"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
)

func templateNotice() Rule {
	return Rule{
		ID:       "template-notice",
		Severity: diag.Warning,
		Doc:      "The template's warning not to copy its text is still on the page.",
		Wrong:    "{{% notice warning %}}\n⚠️ **Note:** The following information is for reference purposes only. Please **do not copy verbatim** for your own report, including this warning.\n{{% /notice %}}\n",
		Right:    "{{% notice note %}}\nThis week was cut short by a holiday.\n{{% /notice %}}\n",
		run: func(p *pass) {
			for _, pg := range p.site.Pages {
				if at, ok := findNotice(pg.File.Data); ok {
					p.report(pg.File, at, "the template's notice is still on the page", "delete the notice")
				}
			}
		},
	}
}

// findNotice finds the line that bids the reader, in English or Vietnamese, to take the text for
// reference and not to copy it verbatim.
func findNotice(data []byte) (source.Span, bool) {
	for _, words := range [][2]string{{"verbatim", "for reference purposes only"}, {"nguyên văn", "mục đích tham khảo"}} {
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(words[0]))
			if i < 0 {
				break
			}
			at += i
			from := bytes.LastIndexByte(data[:at], '\n') + 1
			to := len(data)
			if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
				to = at + n
			}
			line := data[from:to]
			if bytes.Contains(line, []byte(words[1])) {
				text := bytes.TrimRight(line, " \t\r")
				lead := len(text) - len(bytes.TrimLeft(text, " \t>"))
				return source.Span{Start: from + lead, End: from + len(text)}, true
			}
			at = to
		}
	}
	return source.Span{}, false
}
