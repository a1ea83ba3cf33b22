package generate

import (
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// Fact is one line of the answer to "is it complete?". The interface says it with the word "fact" and
// Name.
type Fact struct {
	Name  string
	Good  bool   // nothing to look after
	Count int    // what the fact is about: weeks, tasks or overlaps
	Of    int    // all of them, where that says something
	Weeks string // which weeks: "1–3, 8"
	Named int    // how many weeks, which is not Count where that counts tasks
	// Language is the code of the other language that the fact is about; empty for none.
	Language string
	// Week and Row are where the first of several is; nil and empty where there is no place to go.
	Week *Week
	Row  string
}

// gather counts what a fact is about, and names the weeks.
type gather struct {
	fact  Fact
	names weekNames
}

func (g *gather) add(v *Week, n int, row string) {
	if g.fact.Week == nil {
		g.fact.Week, g.fact.Row = v, row
	}
	g.fact.Count += n
	g.fact.Named++
	g.names.add(v)
}

// pair adds two weeks of which only together anything can be said; the second is where to look.
func (g *gather) pair(a, b *Week, n int) {
	if g.fact.Week == nil {
		g.fact.Week = b
	}
	g.fact.Count += n
	g.names.pair(a, b)
}

// report adds the fact if there is anything to say.
func (p *Program) report(name string, g *gather) {
	if g.fact.Count > 0 {
		g.fact.Name, g.fact.Weeks = name, g.names.String()
		p.Facts = append(p.Facts, g.fact)
	}
}

// judge adds the facts about the weeks themselves, and lays them out on the calendar.
func (p *Program) judge(views []*Week, weeks []weekDays) {
	var empty, undated, short, open, late gather
	for i, v := range views {
		if v.Tasks == 0 {
			empty.add(v, 1, "")
		} else if weeks[i].first.IsZero() {
			undated.add(v, 1, "")
		} else if v.Days < p.UsualDays {
			short.add(v, 1, "")
		}
		if v.Open > 0 {
			open.add(v, v.Open, weeks[i].firstOpen)
		}
		if v.Late > 0 {
			late.add(v, v.Late, weeks[i].firstLate)
		}
	}
	p.judgeNumbers(views)
	p.report("Empty", &empty)
	p.report("Undated", &undated)
	p.judgeDates(views, weeks)
	short.fact.Of = p.UsualDays
	p.report("Short", &short)
	p.report("Open", &open)
	p.report("Late", &late)
	if p.Ends && open.fact.Count == 0 && late.fact.Count == 0 {
		p.Facts = append(p.Facts, Fact{Name: "Completed", Good: true, Count: p.Tasks})
	}
}

// judgeNumbers says how many weeks of the program have a page. Weeks are counted from 1 to the
// highest number, and those without a number once each.
func (p *Program) judgeNumbers(views []*Week) {
	numbers := map[int]bool{}
	last, other := 0, 0
	for _, v := range views {
		if v.Number == 0 {
			other++
			continue
		}
		numbers[v.Number] = true
		last = max(last, v.Number)
	}
	f := Fact{Name: "Written", Good: true, Count: len(numbers) + other, Of: last + other}
	if f.Count < f.Of {
		var missing weekNames
		for from := 1; from <= last; from++ {
			to := from
			for to <= last && !numbers[to] {
				to++
			}
			if to > from {
				missing.span(from, to-1)
				from = to
			}
		}
		f = Fact{Name: "Missing", Count: f.Of - f.Count, Of: f.Of, Weeks: missing.String()}
	}
	if f.Of > 1 {
		p.Facts = append(p.Facts, f)
	}
}

// judgeDates says how the weeks lie to one another, and adds the calendar's rows.
//
// Two weeks overlap where the second begins before the last task of the first has begun, or both
// begin on one day; several pages of one week may. There is a gap where more rows of the calendar lie
// between two weeks than there are numbers or pages between them.
func (p *Program) judgeDates(views []*Week, weeks []weekDays) {
	var overlaps, disorder, gaps gather
	line := inOrder(weeks)
	begins := map[civil.Date]int{} // where the weeks in line are
	for i := range weeks {
		if line[i] {
			begins[weeks[i].first] = i
		}
	}
	before, seamless := -1, true
	for i, v := range views {
		w := &weeks[i]
		switch at, same := begins[w.first]; {
		case w.first.IsZero():
		case line[i] && before >= 0:
			b, was := &weeks[before], views[before]
			if w.first.Before(b.lastStart) && !samePart(was, v) {
				overlaps.pair(was, v, 1)
			}
			from, to := p.rowOf(b.lastStart).AddDays(7), p.rowOf(w.first).AddDays(-1)
			rows, pages := (to.DaysSince(from)+1)/7, i-before-1
			if rows > pages {
				seamless = false
				p.addGap(was, b, from, to)
			}
			if n := rows - max(skipped(was, v), pages); n > 0 {
				gaps.pair(was, v, n)
			}
		case line[i]:
		case same && !samePart(views[at], v):
			overlaps.pair(views[min(i, at)], views[max(i, at)], 1)
		case !same:
			disorder.add(v, 1, "")
		}
		p.addLines(v, w)
		if line[i] {
			before = i
		}
	}
	p.report("Disorder", &disorder)
	p.report("Gap", &gaps)
	p.report("Overlap", &overlaps)
	if n := len(begins); seamless && n > 1 && n == len(views) && overlaps.fact.Count == 0 {
		p.Facts = append(p.Facts, Fact{Name: "Seamless", Good: true})
	}
}

// samePart reports whether two pages tell of the same week.
func samePart(a, b *Week) bool { return a.Number > 0 && a.Number == b.Number }

// skipped is how many week numbers lie between two weeks.
func skipped(a, b *Week) int {
	if a.Number == 0 || b.Number <= a.Number {
		return 0
	}
	return b.Number - a.Number - 1
}

// judgeLanguage says whether the weeks have their like in another language.
func (p *Program) judgeLanguage(views []*Week, other worklog.Language, others []*Week) {
	f := Fact{Language: other.Code, Of: len(views)}
	if len(others) == 0 {
		f.Name = "LanguageNone"
		p.Facts = append(p.Facts, f)
		return
	}
	p.Languages = append(p.Languages, other.Code)
	missing, differs, only := gather{fact: f}, gather{fact: f}, gather{fact: f}
	matched := map[*Week]bool{}
	for _, v := range views {
		switch o := v.In(other.Code); {
		case o == nil:
			missing.add(v, 1, "")
		default:
			matched[o.Week] = true
			if !o.InStep {
				differs.add(v, 1, "")
			}
		}
	}
	for _, o := range others {
		if !matched[o] {
			only.fact.Count++
			only.names.add(o)
		}
	}
	p.report("LanguageMissing", &missing)
	p.report("LanguageOnly", &only)
	p.report("LanguageDiffers", &differs)
	if missing.fact.Count+differs.fact.Count+only.fact.Count == 0 {
		f.Name, f.Good, f.Count = "LanguageInStep", true, len(views)
		p.Facts = append(p.Facts, f)
	}
}

// mostNames is how many weeks or runs of weeks a fact names.
const mostNames = 8

// weekNames gathers the names of weeks: runs of numbers as "1–3", pairs as "4 & 5", weeks without a
// number by their titles.
type weekNames struct {
	names    []string
	from, to int // the run that is open; 0 for none
}

func (n *weekNames) add(v *Week) {
	if v.Number == 0 {
		n.close()
		n.names = append(n.names, "“"+shorten(v.Title, 40)+"”")
		return
	}
	n.span(v.Number, v.Number)
}

// span adds the numbers from first to last.
func (n *weekNames) span(first, last int) {
	if n.from > 0 && (first == n.to || first == n.to+1) {
		n.to = max(n.to, last)
		return
	}
	n.close()
	n.from, n.to = first, last
}

// pair adds two weeks that are named together.
func (n *weekNames) pair(a, b *Week) {
	var one, two weekNames
	one.add(a)
	two.add(b)
	n.names = append(n.names, one.String()+" & "+two.String())
}

func (n *weekNames) close() {
	switch {
	case n.from == 0:
		return
	case n.from == n.to:
		n.names = append(n.names, strconv.Itoa(n.from))
	case n.from+1 == n.to:
		n.names = append(n.names, strconv.Itoa(n.from), strconv.Itoa(n.to))
	default:
		n.names = append(n.names, strconv.Itoa(n.from)+"–"+strconv.Itoa(n.to))
	}
	n.from = 0
}

func (n *weekNames) String() string {
	n.close()
	if len(n.names) > mostNames {
		return strings.Join(n.names[:mostNames], ", ") + ", …"
	}
	return strings.Join(n.names, ", ")
}
