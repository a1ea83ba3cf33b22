package generate

import (
	"encoding/json"
	"path"
	"slices"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/worklog"
)

// PageNames lists the pages that are made of all the weeks of a language; each is the page's address
// below the language's home and the name of its layout.
func PageNames() []string { return []string{"report", "references", "topics"} }

// Wanted is PageNames less those named in without, which may name other things too.
func Wanted(without []string) []string {
	return slices.DeleteFunc(PageNames(), func(name string) bool { return slices.Contains(without, name) })
}

// addPages adds those pages for one language. A page of the author's that readers see at the same
// address stays.
func (o *Output) addPages(l worklog.Language, taken places, latest civil.Date, without []string) {
	for _, name := range Wanted(without) {
		if taken[l.Code+":"+name] {
			continue
		}
		front := map[string]any{"generated": name, "layout": name}
		if !latest.IsZero() {
			front["date"] = latest.String()
		}
		text, err := json.Marshal(front)
		if err != nil {
			panic(err) // strings only
		}
		o.Pages[path.Join(l.ContentDir, name+"."+l.Code+".md")] = append(text, '\n')
	}
}
