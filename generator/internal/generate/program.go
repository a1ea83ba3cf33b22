package generate

import (
	"bytes"
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// Program is all the weeks of a language at a glance. It says what the pages say: nothing in it
// depends on today's date.
type Program struct {
	Weeks, Tasks int
	References   int // different ones
	// Logged are the dates with at least one task, in order. A task of several days counts for each of
	// them, up to seven.
	Logged []civil.Date
	Days   int           // how many Logged are
	Dates  template.HTML // from the first day of any week to the last
	Code   bool          // the report may hold code to be coloured
	// Section is the deepest folder that holds every week, for site.GetPage: "/1-Worklog", or "/".
	Section string
	// Languages are the other languages that have weeks, as codes in the order of the configuration.
	Languages []string
	// FirstWeekday is where the calendar's rows begin: 1 is Monday, 7 is Sunday. Programs run from
	// Friday to Thursday, too.
	FirstWeekday int
	// UsualDays is the number of filled days that most weeks have; 0 where no week has any.
	UsualDays int
	// Ends reports whether any table states completions.
	Ends bool
	// Counts are the numbers of days, tasks, references and late tasks that weeks and days have, each
	// number once and in order: these need words.
	Counts []int
	Lines  []Line
	Facts  []Fact
}

// The sizes of a program beyond which its pages become heavy.
const (
	longProgram = 60  // weeks: the home page leaves the calendar and the objectives to the section
	hugeProgram = 260 // weeks: the calendar's days are marks without links
)

// Long reports whether the program is too long for a home page to show every day of it.
func (p *Program) Long() bool { return p.Weeks > longProgram }

// newProgram sums up the weeks of a language; views has the view of every week that is for readers.
func newProgram(site *worklog.Site, l worklog.Language, views map[*worklog.Week]*Week) *Program {
	own := viewsOf(l, views)
	p := &Program{Weeks: len(own), Section: commonFolder(own)}
	weeks := make([]weekDays, len(own))
	logged := map[civil.Date]bool{}
	counts := map[int]bool{}
	cited := map[*target]bool{}
	var first, last Date
	for i, w := range l.Weeks {
		v := own[i]
		weeks[i] = readDays(w, v)
		for _, d := range weeks[i].days {
			logged[d.date] = true
			counts[d.Tasks] = true
		}
		counts[v.Days], counts[v.Tasks], counts[v.References], counts[v.Late] = true, true, true, true
		if v.Start.ISO != "" && (first.ISO == "" || v.Start.ISO < first.ISO) {
			first = v.Start
		}
		if v.End.ISO > last.ISO {
			last = v.End
		}
		p.Tasks += v.Tasks
		for _, s := range v.Sources {
			cited[s.at] = true
		}
		p.Ends = p.Ends || slices.ContainsFunc(w.Tables, statesEnds)
		for _, o := range w.Others {
			if view := views[o]; view != nil {
				v.Others = append(v.Others, Other{Week: view, InStep: inStep(w, o, v, view)})
			}
		}
	}
	p.Logged = slices.SortedFunc(maps.Keys(logged), civil.Date.Compare)
	p.Days = len(p.Logged)
	p.References = len(cited)
	p.Dates = dates(first, last)
	p.Code = hasCode(site, l)
	p.Counts = slices.Sorted(maps.Keys(counts))
	p.UsualDays = usualDays(own)
	p.FirstWeekday = firstWeekday(weeks)
	p.judge(own, weeks)
	for _, other := range site.Languages {
		if other.Code != l.Code && (len(other.Weeks) > 0 || hasPages(site, other)) {
			p.judgeLanguage(own, other, viewsOf(other, views))
		}
	}
	return p
}

// hasCode reports whether what the report shows, the weeks and the pages directly below them, may hold
// code.
func hasCode(site *worklog.Site, l worklog.Language) bool {
	below := map[string]bool{} // folders of weeks
	for _, w := range l.Weeks {
		if mayHoldCode(w.Page.Text()) {
			return true
		}
		if w.Page.Index {
			below[path.Dir(w.Page.Path)] = true
		}
	}
	return slices.ContainsFunc(site.Pages, func(p *worklog.Page) bool {
		dir := path.Dir(p.Path)
		return p.Language == l.Code && (below[dir] || below[path.Dir(dir)]) && mayHoldCode(p.Text())
	})
}

// mayHoldCode reports whether a page has what Hugo colours: a fence, or the shortcode highlight.
func mayHoldCode(text []byte) bool {
	return bytes.Contains(text, []byte("```")) || bytes.Contains(text, []byte("~~~")) || bytes.Contains(text, []byte("highlight"))
}

func viewsOf(l worklog.Language, views map[*worklog.Week]*Week) []*Week {
	out := make([]*Week, len(l.Weeks))
	for i, w := range l.Weeks {
		out[i] = views[w]
	}
	return out
}

// hasPages reports whether anything is written in a language: one that is only configured is not
// missed.
func hasPages(site *worklog.Site, l worklog.Language) bool {
	return slices.ContainsFunc(site.Pages, func(p *worklog.Page) bool { return p.Language == l.Code })
}

func inStep(a, b *worklog.Week, viewA, viewB *Week) bool {
	return viewA.Tasks == viewB.Tasks && a.Start == b.Start && a.End == b.End
}

// usualDays is the number of filled days that most weeks have, the smaller of two that are as usual.
func usualDays(weeks []*Week) int {
	counts := map[int]int{}
	for _, v := range weeks {
		counts[v.Days]++
	}
	best := 0
	for days, n := range counts {
		if days > 0 && (best == 0 || n > counts[best] || n == counts[best] && days < best) {
			best = days
		}
	}
	return best
}

// commonFolder is the deepest folder that holds all the weeks.
func commonFolder(weeks []*Week) string {
	folder := ""
	for i, v := range weeks {
		f := path.Dir(v.PagePath)
		if i == 0 {
			folder = f
		}
		for folder != "/" && f != folder && !strings.HasPrefix(f, folder+"/") {
			folder = path.Dir(folder)
		}
	}
	return folder
}
