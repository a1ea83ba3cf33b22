package generate

import (
	"testing"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// TestHeadingAnchors has what Hugo 0.165 makes of headings; an anchor that is not sure is left out, as
// a link to the page is better than one to a place that is not there.
func TestHeadingAnchors(t *testing.T) {
	ids := anchors{}
	for _, tt := range []struct{ heading, want string }{
		{"Objectives & goals:", "objectives--goals"},
		{"Mục tiêu tuần 3", "mục-tiêu-tuần-3"},
		{"Mục tiêu tuần 3", "mục-tiêu-tuần-3-1"},
		{"Set by the author {#own}", "own"},
		{"[\"Quoted\"](blog0/) {#too}", "too"},
		{"It's \"done\"", "its-done"},
		{"The **bold** and `code`", "the-bold-and-code"},
		{"[Blog 1 - Costs](blog1/)", "blog-1---costs"},
		{"🚀", "heading"},
		{"Waiting... for it", ""},
		{"<https://example.org/a/b>", ""},
		{"[Ending the \"headache\" at last](blog2/)", ""}, // Hugo ends it at the quote
		{"**It's done**", ""},
		{"[All **bold** words](blog3/)", ""},
	} {
		p := page.NewParser().Parse(source.NewFile("a.md", []byte("## "+tt.heading+"\n")))
		h := p.Headings[0]
		if got := ids.heading(p.Inline(h.Span)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.heading, got, tt.want)
		}
	}
}
