package check

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/source"
)

// difference is where a page differs from the page that it translates; no message means nowhere.
type difference struct {
	at            source.Span
	message, hint string
}

// compare returns the first difference of a page to the page that it translates.
func compare(w, original *week) difference {
	there := original.file.Path
	switch n := len(original.rows); {
	case w.Number > 0 && original.Number > 0 && w.Number != original.Number:
		return difference{w.titleSpan(), fmt.Sprintf("this is week %d, but %s is week %d", w.Number, there, original.Number), "give both the same number"}
	case len(w.rows) == 0 || n == 0:
		return difference{}
	case len(w.rows) != n && (w.hasBroken() || original.hasBroken()):
		return difference{} // told by the rule on broken rows
	case len(w.rows) != n:
		at := w.rows[min(n, len(w.rows)-1)].Row.Span
		return difference{at, fmt.Sprintf("the page has %s, %s has %d", count(len(w.rows), "task"), there, n), "give both the same tasks"}
	}
	if d := compareDates(w, original); d.message != "" {
		return d
	}
	return compareLinks(w, original)
}

// compareDates compares the rows one by one, where both sides have a date.
func compareDates(w, original *week) difference {
	var out difference
	differ := 0
	for i, r := range w.rows {
		o := original.rows[i]
		if !differs(r.start, o.start) && !differs(r.end, o.end) || r.doubtful() || o.doubtful() {
			continue
		}
		if differ++; differ > 1 {
			continue
		}
		at, to := r.bounds()
		this, other := r.start, o.start
		if !differs(this, other) {
			at, this, other = to, r.end, o.end
		}
		out = difference{
			at:      at.Span,
			message: fmt.Sprintf("this date is %s, but the same task in %s has %s", this, original.file.Path, other),
			hint:    fmt.Sprintf("write %s here, or mend the other page", w.inForm(at, other)),
		}
	}
	if differ > 1 {
		out.message += fmt.Sprintf(" (and %s)", count(differ-1, "more row"))
	}
	return out
}

// doubtful reports whether a date of the row is a finding already.
func (r *row) doubtful() bool {
	shift, compared := r.weekdayShift()
	return r.stray || r.behind || compared && shift != 0 ||
		r.Start != nil && r.Start.First.Swapped || r.End != nil && r.End.First.Swapped
}

// differs reports whether two known dates are not the same.
func differs(a, b civil.Date) bool { return !a.IsZero() && !b.IsZero() && a != b }

// compareLinks compares all links of the page, as translators regroup them among rows.
func compareLinks(w, original *week) difference {
	here, there := w.links(), original.links()
	if len(here) == 0 || len(there) == 0 {
		return difference{}
	}
	for _, key := range sortedKeys(here) {
		if l := here[key]; there[key].url == "" {
			return difference{l.at, fmt.Sprintf("%s does not cite this link", original.file.Path), "cite the same sources on both pages"}
		}
	}
	for _, key := range sortedKeys(there) {
		if l := there[key]; here[key].url == "" {
			r := w.rows[min(l.row, len(w.rows)-1)]
			return difference{r.Row.Span, fmt.Sprintf("the page does not cite %s, %s does", shorten(l.url, 60), original.file.Path), "cite the same sources on both pages"}
		}
	}
	return difference{}
}

// link is a link of a task.
type link struct {
	url string
	at  source.Span
	row int // 0-based
}

// links returns the links of the week's tasks by what they are but for language.
func (w *week) links() map[string]link {
	out := map[string]link{}
	for i, r := range w.rows {
		for _, ref := range r.References {
			if ref.URL == "" {
				continue
			}
			key := languageless(ref.URL)
			if _, ok := out[key]; !ok {
				out[key] = link{ref.URL, ref.URLAt, i}
			}
		}
	}
	return out
}

// sortedKeys orders links as the page has them.
func sortedKeys(links map[string]link) []string {
	keys := make([]string, 0, len(links))
	for k := range links {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := links[a].at.Start - links[b].at.Start; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// languageless strips what tells translations of one web page apart: /vi/, /en_us/, hl=vi, vi.host.
func languageless(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if first, rest, ok := strings.Cut(host, "."); ok && isLanguage(first) {
		host = rest
	}
	var path []string
	for part := range strings.SplitSeq(u.Path, "/") {
		if part != "" && !isLanguage(part) {
			path = append(path, part)
		}
	}
	query := u.Query()
	for _, key := range []string{"hl", "lang", "locale", "nc2"} {
		query.Del(key)
	}
	return host + "/" + strings.Join(path, "/") + "?" + query.Encode() + "#" + u.Fragment
}

func isLanguage(s string) bool {
	switch strings.ToLower(strings.ReplaceAll(s, "_", "-")) {
	case "vi", "vn", "en", "vi-vn", "en-us", "en-gb":
		return true
	}
	return false
}

// hasBroken reports whether line breaks have made two rows of one somewhere on the page.
func (w *week) hasBroken() bool {
	return slices.ContainsFunc(w.rows, func(r *row) bool { return r.broken })
}
