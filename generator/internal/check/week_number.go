package check

import (
	"fmt"
	"slices"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

func weekNumber() Rule {
	return Rule{
		ID:       "week-number",
		Severity: diag.Warning,
		Doc:      "Title, headings, path, pre and weight do not all name the same week, so the page is filed or sorted in the wrong place (one finding a page).",
		Wrong:    "---\ntitle: Week 8 Worklog\nweight: 1\n---\n",
		Right:    "---\ntitle: Week 8 Worklog\nweight: 8\n---\n",
		run: func(p *pass) {
			shifted := p.shiftedWeights()
			for _, w := range p.weeks {
				if w.Number == 0 {
					continue
				}
				var odd []worklog.Evidence
				headed := slices.ContainsFunc(w.Evidence, func(e worklog.Evidence) bool {
					return e.Source == "heading" && e.Number == w.Number
				})
				for _, e := range w.Evidence {
					switch {
					case e.Number == w.Number:
					case e.Source == "weight" && shifted[w.Page.Language]:
					case e.Source == "heading" && headed: // "Plan for Week 9" on the page of week 8
					default:
						odd = append(odd, e)
					}
				}
				if len(odd) > 0 {
					p.reportNumber(w, odd)
				}
			}
		},
	}
}

// shiftedWeights tells the languages whose weights count from another number than the weeks, each
// week alike: that sorts as well.
func (p *pass) shiftedWeights() map[string]bool {
	type shift struct{ by, weeks, alike int }
	shifts := map[string]*shift{}
	for _, w := range p.weeks {
		for _, e := range w.Evidence {
			if e.Source != "weight" || w.Number == 0 {
				continue
			}
			s := shifts[w.Page.Language]
			if s == nil {
				s = &shift{by: e.Number - w.Number}
				shifts[w.Page.Language] = s
			}
			s.weeks++
			if e.Number-w.Number == s.by {
				s.alike++
			}
		}
	}
	out := map[string]bool{}
	for language, s := range shifts {
		out[language] = s.weeks >= 3 && s.alike == s.weeks
	}
	return out
}

func (p *pass) reportNumber(w *week, odd []worklog.Evidence) {
	first := odd[0]
	for _, e := range odd { // a place in the file is better to look at than its path
		if !e.Span.Empty() {
			first = e
			break
		}
	}
	at := first.Span
	if at.Empty() {
		at = firstByte(w.file)
	}
	var others []string
	for _, e := range odd {
		if e != first {
			others = append(others, fmt.Sprintf("the %s %d", e.Source, e.Number))
		}
	}
	message := fmt.Sprintf("the %s says week %d", first.Source, first.Number)
	if first.Source == "weight" || first.Source == "pre" {
		message = fmt.Sprintf("the %s is %d", first.Source, first.Number)
	}
	if len(others) > 0 {
		message += " and " + list(others)
	}
	message += fmt.Sprintf(", but %s week %d", agreeing(w), w.Number)
	p.report(w.file, at, message, numberHint(first, w, at))
}

// agreeing names the places that state the week's number.
func agreeing(w *week) string {
	var places []string
	seen := map[string]bool{}
	for _, e := range w.Evidence {
		if e.Number == w.Number && !seen[e.Source] {
			seen[e.Source] = true
			places = append(places, "the "+e.Source)
		}
	}
	if len(places) == 1 {
		return places[0] + " says"
	}
	return list(places) + " say"
}

func numberHint(e worklog.Evidence, w *week, at source.Span) string {
	switch e.Source {
	case "weight":
		return fmt.Sprintf("write weight: %d", w.Number)
	case "path":
		return "rename the folder, or mend the number on the page"
	}
	return fmt.Sprintf("write %d instead of %d in %s", w.Number, e.Number, shorten(w.file.Text(at), 40))
}
