package check

import (
	"bytes"
	"fmt"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
)

func credential() Rule {
	return Rule{
		ID:       "credential",
		Severity: diag.Error,
		Doc:      "A key, token or private key stands on a page: whoever reads the site or its repository can use it.",
		Wrong:    "aws configure set aws_access_key_id AKIA" + "Q3EGRT5WZ7PLM2KD\n",
		Right:    "aws configure set aws_access_key_id AKIA................\n",
		run: func(p *pass) {
			for i, pg := range p.site.Pages {
				last := source.Span{}
				for _, s := range p.secrets[i] {
					if s.at.Start < last.End {
						continue
					}
					last = s.at
					message := s.what + " is on the page"
					if text := pg.File.Bytes(s.at); text[0] != '-' { // of a key in PEM form only the first line is marked
						message += fmt.Sprintf(" (%s…, %d characters)", text[:4], len(text))
					}
					p.report(pg.File, s.at, message,
						"revoke it where it was issued, then write "+s.instead+" here: deleting it alone leaves it in the repository's history")
				}
			}
		},
	}
}

// masked reports whether a secret is one in name only: a documented example, or letters struck out.
// The letters of the alphabet in order are no sign of it: better to ask about a made-up key.
func masked(text []byte) bool {
	upper := bytes.ToUpper(text)
	for _, word := range []string{"EXAMPLE", "XXXX", "YOUR", "PLACEHOLDER", "DUMMY", "FAKE", "SAMPLE"} {
		if bytes.Contains(upper, []byte(word)) {
			return true
		}
	}
	different := [256]bool{}
	n := 0
	for _, b := range text {
		if !different[b] {
			different[b] = true
			n++
		}
	}
	return n < 8
}
