package main

import (
	"fmt"
	"strings"
	"time"
)

// results is all that the table tells.
type results struct {
	Start  siteResult // a site of one week: little but the start of the processes
	Sites  []siteResult
	Corpus *corpusResult // nil where none was given
}

// siteResult is the medians of one site.
type siteResult struct {
	Weeks int
	Build usage // worklog build of the page kinds that hugo makes: reading, checking, generating, rendering, publishing
	Hugo  usage // hugo, on the same pages with layouts that give the same pages
	Check usage // worklog check: reading and checking
	Data  usage // worklog.json, which only the generator makes; part of Build
	Whole usage // worklog build with all that is made of the weeks besides: report, references, search …
}

// corpusResult is check over several sites in one process.
type corpusResult struct {
	Sites int
	Check usage
}

// table writes the results as Markdown.
func (r *results) table() string {
	var b strings.Builder
	b.WriteString("| weeks | build, CPU s | hugo, CPU s | build / hugo | build, MB | hugo, MB | build / hugo | reading and checking | worklog.json, CPU s | whole site, CPU s | whole site, MB |\n")
	b.WriteString("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, s := range r.Sites {
		fmt.Fprintf(&b, "| %d | %.2f | %.2f | %.2f | %d | %d | %.2f | %s | %.2f | %.2f | %d |\n", s.Weeks,
			s.Build.CPU.Seconds(), s.Hugo.CPU.Seconds(), s.cpuRatio(),
			s.Build.Peak>>20, s.Hugo.Peak>>20, ratio(s.Build.Peak, s.Hugo.Peak),
			percent(r.reading(s)), s.Data.CPU.Seconds(), s.Whole.CPU.Seconds(), s.Whole.Peak>>20)
	}
	b.WriteString("\nMedians. CPU is user and system time of the whole process, MB its peak of resident memory. In the ratio\n" +
		"of CPU times build is taken without worklog.json, which hugo does not make. Reading and checking is\n" +
		"`check` less its start on a site of one week, as a part of build. Build makes the kinds of pages that\n" +
		"hugo makes; whole site has the report, the index of references, search and the like besides.\n")
	if from, to := r.growth(); from != nil {
		fmt.Fprintf(&b, "\nCPU time per week at %d weeks over that at %d, start aside: build %.2f, hugo %.2f.\n", to.Weeks, from.Weeks,
			perWeek(to.Build, r.Start.Build, to.Weeks)/perWeek(from.Build, r.Start.Build, from.Weeks),
			perWeek(to.Hugo, r.Start.Hugo, to.Weeks)/perWeek(from.Hugo, r.Start.Hugo, from.Weeks))
	}
	fmt.Fprintf(&b, "\nStart (a site of one week), CPU ms: build %d, hugo %d, check %d.\n",
		r.Start.Build.CPU.Milliseconds(), r.Start.Hugo.CPU.Milliseconds(), r.Start.Check.CPU.Milliseconds())
	if r.Corpus != nil {
		fmt.Fprintf(&b, "\nCheck of the %d sites of the corpus in one process, its start aside: %d ms of CPU time.\n",
			r.Corpus.Sites, r.Corpus.Check.CPU.Milliseconds())
	}
	return b.String()
}

func (s siteResult) cpuRatio() float64 { return ratio(s.Build.CPU-s.Data.CPU, s.Hugo.CPU) }

// reading is the part of a build that goes into reading and checking.
func (r *results) reading(s siteResult) float64 {
	return ratio(max(s.Check.CPU-r.Start.Check.CPU, 0), s.Build.CPU)
}

// growth returns the two greatest sites, between which growth is judged; nil where there is one.
func (r *results) growth() (from, to *siteResult) {
	for i := range r.Sites {
		s := &r.Sites[i]
		switch {
		case to == nil || s.Weeks > to.Weeks:
			from, to = to, s
		case s.Weeks < to.Weeks && (from == nil || s.Weeks > from.Weeks):
			from = s
		}
	}
	return from, to
}

// perWeek is the CPU time in seconds that a week adds to the start of the process.
func perWeek(all, start usage, weeks int) float64 {
	return max(all.CPU-start.CPU, time.Microsecond).Seconds() / float64(weeks)
}

func ratio[T ~int64](a, b T) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func percent(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) }
