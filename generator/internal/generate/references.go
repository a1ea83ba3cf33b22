package generate

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/worklog"
)

// Source is one reference of a week: each is there once, however often and in however many ways the
// week cites it.
type Source struct {
	Title string // the author's; empty where only the address was written
	URL   string // as it belongs into the week's page; empty for a reference that is text only

	at  *target
	row *Row // the first that cites it; nil where it has no anchor
}

// Host is the host that it lies on, without "www."; empty where the address stands for the title, and on this site.
func (s *Source) Host() string {
	if s.Title == "" {
		return ""
	}
	return s.at.host
}

// cite adds the references of the row that is read to those of the week.
func (b *builder) cite(refs []worklog.Reference) {
	for _, r := range refs {
		s := b.source(r)
		if s.at == nil {
			continue
		}
		i := slices.IndexFunc(b.sources, func(o Source) bool { return o.at == s.at })
		if i < 0 {
			s.row = b.current
			b.sources = append(b.sources, s)
			continue
		}
		b.sources[i].improve(s)
	}
}

// improve takes from another citation of the same what is better: a title, a safer address.
func (s *Source) improve(o Source) {
	if s.Title == "" {
		s.Title = o.Title
	}
	if strings.HasPrefix(s.URL, "http:") && strings.HasPrefix(o.URL, "https:") {
		s.URL = o.URL
	}
}

// source describes a reference; one that says nothing has no target.
func (b *builder) source(r worklog.Reference) Source {
	s := Source{Title: strings.TrimSpace(r.Title)}
	address := r.URL
	if r.Auto && hostOfScheme(address) == "" && isRelative(address) { // gohugo.io: only a host can have no scheme here
		address = "https://" + address
	}
	if address = b.pageAddress(b.address(address)); address == "" || strings.Contains(address, "{{") {
		if s.Title == "" {
			s.Title = r.URL
		}
		if words := fold.Words(strings.Trim(s.Title, " .,;:")); words != "" {
			s.at = b.shared.targets.words(words)
		}
		return s
	}
	s.URL = address
	s.at = b.shared.targets.address(address, b.folder)
	if isAddress(s.Title) {
		s.Title = ""
	}
	return s
}

// isAddress reports whether a title is no more than an address.
func isAddress(title string) bool {
	return !strings.Contains(title, " ") && (strings.Contains(title, "://") || strings.HasPrefix(title, "www."))
}

// References is every reference of a language's weeks once.
type References struct {
	weeks []*Week // in order
}

// newReferences gathers them.
func newReferences(weeks []*Week) *References { return &References{weeks} }

// Bibliography is References sorted for readers.
type Bibliography struct {
	Hosts     []Host
	Texts     []Reference // those without an address
	Count     int         // of all references
	HostCount int         // of hosts elsewhere
}

// Host is the references that lie on one host.
type Host struct {
	Name       string // without "www."; empty for this site
	Citations  int    // for each reference the weeks that cite it, added up
	References []Reference
}

// Reference is one reference with the weeks that cite it, in order.
type Reference struct {
	Title string
	URL   string // fit for any page; empty for a reference that is text only
	Cited []Citation

	at     *target
	titles map[string]int // how many weeks call it so; nil while all call it the same
}

// On sorts the references of the weeks that are on the site: addresses gives the address of a page by
// its PagePath.
func (r *References) On(addresses map[string]any) *Bibliography {
	var all []*Reference
	seen := map[*target]*Reference{}
	for _, w := range r.weeks {
		page, ok := addresses[w.PagePath].(string)
		if !ok {
			continue
		}
		for i := range w.Sources {
			s := &w.Sources[i]
			ref := seen[s.at]
			if ref == nil {
				ref = &Reference{Title: s.Title, at: s.at}
				seen[s.at] = ref
				all = append(all, ref)
			}
			ref.add(s, absolute(s.URL, page), citation(w, page, s.row))
		}
	}
	return arrange(all)
}

// add notes that a week cites the reference.
func (r *Reference) add(s *Source, address string, c Citation) {
	if r.URL == "" || strings.HasPrefix(r.URL, "http:") && strings.HasPrefix(address, "https:") {
		r.URL = address
	}
	r.Cited = append(r.Cited, c)
	if s.Title == r.Title && r.titles == nil {
		return
	}
	if r.titles == nil {
		r.titles = map[string]int{r.Title: len(r.Cited) - 1}
	}
	r.titles[s.Title]++
}

// settle chooses the title: the one that most weeks give, of several the longest.
func (r *Reference) settle() {
	delete(r.titles, "")
	best := 0
	for title, n := range r.titles {
		longer := cmp.Or(cmp.Compare(utf8.RuneCountInString(title), utf8.RuneCountInString(r.Title)), cmp.Compare(title, r.Title))
		if n > best || n == best && longer > 0 {
			r.Title, best = title, n
		}
	}
	r.titles = nil
	if r.Title == "" {
		r.Title = r.at.bare
	}
}

// arrange groups references by host.
func arrange(all []*Reference) *Bibliography {
	b := &Bibliography{Count: len(all)}
	groups := map[string]int{} // index of Hosts
	for _, r := range all {
		r.settle()
		if r.at.text {
			b.Texts = append(b.Texts, *r)
			continue
		}
		i, ok := groups[r.at.host]
		if !ok {
			i = len(b.Hosts)
			groups[r.at.host] = i
			b.Hosts = append(b.Hosts, Host{Name: r.at.host})
			if r.at.host != "" && !strings.HasSuffix(r.at.host, ":") { // no "mailto:"
				b.HostCount++
			}
		}
		h := &b.Hosts[i]
		h.References = append(h.References, *r)
		h.Citations += len(r.Cited)
	}
	slices.SortFunc(b.Hosts, func(x, y Host) int {
		return cmp.Or(cmp.Compare(y.Citations, x.Citations), cmp.Compare(x.Name, y.Name))
	})
	for _, h := range b.Hosts {
		sortByTitle(h.References)
	}
	sortByTitle(b.Texts)
	return b
}

func sortByTitle(refs []Reference) {
	keys := make(map[*target]string, len(refs))
	for _, r := range refs {
		keys[r.at] = fold.Words(r.Title)
	}
	slices.SortFunc(refs, func(x, y Reference) int {
		return cmp.Or(cmp.Compare(keys[x.at], keys[y.at]), cmp.Compare(x.Title, y.Title), cmp.Compare(x.URL, y.URL))
	})
}
