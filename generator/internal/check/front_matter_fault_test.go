package check

import (
	"strings"
	"testing"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// TestFrontMatterHints follows each hint: what it says to write must be what Hugo takes.
func TestFrontMatterHints(t *testing.T) {
	parser := page.NewParser()
	parse := func(text string) *page.Page { return parser.Parse(source.NewFile("a.md", []byte(text))) }
	tests := []struct{ front, at, hint string }{
		{"---\ntitle: \"Week 3\ndate: 2025-01-01\n---\n", `"Week 3`, `write title: "Week 3"`},
		{"---\ntitle: 'Week 3\n---\n", "'Week 3", "write title: 'Week 3'"},
		{"---\ntitle: \"Week 3\npre: \"<b>\"\n---\n", `"Week 3`, `write title: "Week 3"`},
		{"---\ntitle: \"Week 8\" Worklog\n---\n", `title: "Week 8" Worklog`, `write title: '"Week 8" Worklog'`},
		{"---\ntitle: 'it's'\n---\n", "title: 'it's'", `write title: "it's"`},
		{"---\ntitle: Week 8: Docker\n---\n", "title: Week 8: Docker", `write title: "Week 8: Docker"`},
		{"---\ntitle: @home\n---\n", "title: @home", `write title: "@home"`},
		{"---\ntitle: C:\\\"d\": 'x'\n---\n", `title: C:\"d": 'x'`, `write title: "C:\\\"d\": 'x'"`},
		{"---\ntags: [a, b\n---\n", "tags: [a, b", "write tags: [a, b]"},
		{"+++\ntitle = Week 8\n+++\n", "title = Week 8", `write title = "Week 8"`},
		{"+++\ntitle = \"Week 8\n+++\n", `"Week 8`, `write title = "Week 8"`},
		{"+++\ntitle: Week 8\n+++\n", "title: Week 8", `write title = "Week 8"`},
		{"+++\ntitle = 'Week's'\n+++\n", "title = 'Week's'", `write title = "Week's"`},
	}
	for _, tt := range tests {
		pg := parse(tt.front)
		if pg.FrontMatter.Err == nil {
			t.Errorf("%q is read", tt.front)
			continue
		}
		f := faultOf(pg)
		if at := pg.File.Text(f.at); at != tt.at || f.hint != tt.hint {
			t.Errorf("%q: at %q hint %s, want %q hint %s", tt.front, at, f.hint, tt.at, tt.hint)
		}
		line := pg.File.LineSpan(pg.File.Position(f.at.Start).Line)
		mended := tt.front[:line.Start] + strings.TrimPrefix(f.hint, "write ") + tt.front[line.End:]
		if err := parse(mended).FrontMatter.Err; err != nil {
			t.Errorf("%q: %q is no better: %v", tt.front, mended, err)
		}
	}
}

func TestFrontMatterFaults(t *testing.T) {
	parser := page.NewParser()
	tests := []struct{ front, at, hint string }{
		{"---\ntitle: Week 7\n\tweight: 7\n---\n", "\t", "delete the tab"},
		{"---\ntags:\n\t- a\n---\n", "\t", "write two spaces instead of the tab"},
		{"---\ntitle: Week 8\n  weight: 8\n---\n", "  ", "begin both lines in the same column"},
		{"---\ntitle: A\ntitle: B\n---\n", "title: B", "delete one of the two lines"},
		{"---\ntitle Week\nweight: 1\n---\n", "title Week", "write each line as key: value"},
		{"+++\ndate = 27/10/2025\n+++\n", "date = 27/10/2025", "write the date as 2025-10-27"},
		{"{\"title\": \"a\",\n}\n", "{", "put names and texts in double quotes, a comma after each line and none after the last"},
	}
	for _, tt := range tests {
		pg := parser.Parse(source.NewFile("a.md", []byte(tt.front)))
		if pg.FrontMatter.Err == nil {
			t.Errorf("%q is read", tt.front)
			continue
		}
		f := faultOf(pg)
		if at := pg.File.Text(f.at); at != tt.at || f.hint != tt.hint {
			t.Errorf("%q: at %q hint %s, want %q hint %s", tt.front, at, f.hint, tt.at, tt.hint)
		}
	}
}
