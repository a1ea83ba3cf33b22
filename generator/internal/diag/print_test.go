package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"worklog/generator/internal/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// at returns a finding about the first place where part stands in the file.
func at(t *testing.T, f *source.File, part, rule string, s Severity, message, hint string) Diagnostic {
	t.Helper()
	i := bytes.Index(f.Data, []byte(part))
	if i < 0 {
		t.Fatalf("%s does not contain %q", f.Path, part)
	}
	return Diagnostic{Rule: rule, Severity: s, File: f, Span: source.Span{Start: i, End: i + len(part)}, Message: message, Hint: hint}
}

func examples(t *testing.T) []Diagnostic {
	week := source.NewFile("content/1-Worklog/1.8-Week8/_index.vi.md", []byte("\uFEFF---\ntitle: Tuần 8\n---\r\n"+
		"| Thứ | Công việc | Ngày |\r\n|\t2 | 学习 VPC và tường lửa | **31/02/2025** |\r\n"+
		"| 3 | "+strings.Repeat("rất dài ", 40)+"| 29/10/2725 | "+strings.Repeat("<br> dài ", 40)+"|\n\n"))
	home := source.NewFile("content/_index.md", []byte("A page.\x1b[31m\n\n```\nfirst\nsecond\n```"))
	end := source.Span{Start: len(home.Data), End: len(home.Data)}
	blank := source.Span{Start: bytes.Index(home.Data, []byte("\n\n")) + 1}
	blank.End = blank.Start
	return []Diagnostic{
		at(t, home, "A", "rule-b", Info, "a message about the start", ""),
		at(t, home, "A page.\x1b", "rule-a", Error, "a message with \x1b and\na line end", "write \u202eless"),
		{Rule: "at-end", Severity: Warning, File: home, Span: end, Message: "something is missing at the end"},
		{Rule: "on-blank", Severity: Warning, File: home, Span: blank, Message: "a blank line shows nothing"},
		at(t, home, "first\nsecond", "two-lines", Info, "a span of two lines is underlined on the first", ""),
		at(t, week, "---", "front-matter", Warning, "the byte order mark has no column", ""),
		at(t, week, "\t", "tab", Info, "a tab", ""),
		at(t, week, "**31/02/2025**", "date-impossible", Error, "February has no 31st day", "write the day that was meant"),
		at(t, week, "29/10/2725", "date-year", Error, "the year 2725 is far off", "write 29/10/2025"),
		at(t, week, strings.Repeat("rất dài ", 40), "long", Info, "a span wider than the line", ""),
		at(t, week, "dài |\n", "line-end", Info, "a span at the end of a long line", ""),
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from %s:\n%s", name, file, got)
	}
}

func TestWriteGolden(t *testing.T) {
	ds := examples(t)
	tests := []struct {
		name  string
		write func(*bytes.Buffer) error
	}{
		{"text", func(b *bytes.Buffer) error { return WriteText(b, ds, TextOptions{}) }},
		{"narrow", func(b *bytes.Buffer) error { return WriteText(b, ds, TextOptions{Width: 40}) }},
		{"color", func(b *bytes.Buffer) error { return WriteText(b, ds[:2], TextOptions{Color: true}) }},
		{"json", func(b *bytes.Buffer) error { return WriteJSON(b, ds) }},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		if err := tt.write(&b); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		golden(t, tt.name, b.Bytes())
	}
}

func TestWriteWithoutFindings(t *testing.T) {
	var text, array bytes.Buffer
	if err := errors.Join(WriteText(&text, nil, TextOptions{}), WriteJSON(&array, nil)); err != nil {
		t.Fatal(err)
	}
	if text.String() != "no findings\n" || array.String() != "[]\n" {
		t.Errorf("text %q, JSON %q", text.String(), array.String())
	}
}

func TestWriteKeepsTheCallersOrder(t *testing.T) {
	ds := examples(t)
	first := ds[0].Rule
	if err := WriteText(&bytes.Buffer{}, ds, TextOptions{}); err != nil || ds[0].Rule != first {
		t.Errorf("first finding is now %s, error %v", ds[0].Rule, err)
	}
}

func TestWriteReportsTheWritersError(t *testing.T) {
	full := errors.New("disk full")
	for _, write := range []func() error{
		func() error { return WriteText(failing{full}, examples(t), TextOptions{}) },
		func() error { return WriteJSON(failing{full}, examples(t)) },
	} {
		if err := write(); !errors.Is(err, full) {
			t.Errorf("error %v", err)
		}
	}
}

type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

func TestSummary(t *testing.T) {
	a, b := source.NewFile("a.md", nil), source.NewFile("b.md", nil)
	of := func(f *source.File, s Severity, n int) []Diagnostic {
		return slices.Repeat([]Diagnostic{{File: f, Severity: s}}, n)
	}
	tests := []struct {
		ds   []Diagnostic
		want string
	}{
		{nil, "no findings"},
		{of(a, Error, 1), "1 error in 1 file"},
		{slices.Concat(of(a, Error, 2), of(b, Warning, 3), of(a, Info, 1)), "2 errors, 3 warnings, 1 info in 2 files"},
		{of(b, Info, 2), "2 info in 1 file"},
	}
	for _, tt := range tests {
		if got := Summary(tt.ds); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestSnippetOfAHugeLineIsCheap(t *testing.T) {
	line := strings.Repeat("ế", 5_000_000)
	f := source.NewFile("a.md", []byte(line))
	allocated := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			snippet(f, 1, source.Span{Start: len(line) / 2, End: len(line)}, nil, 96)
		}
	}).AllocedBytesPerOp()
	if allocated > 1<<20 {
		t.Errorf("a snippet takes %d bytes", allocated)
	}
}

// FuzzSnippet holds that a snippet fits the width and that its underline lies below it.
func FuzzSnippet(f *testing.F) {
	f.Add([]byte("| 2 | 学习 **VPC** |\r\n"), 4, 10, 20)
	f.Add([]byte("\uFEFFa\tb\x00\xff\u0301"), 3, 3, 10)
	f.Add([]byte(strings.Repeat("👩‍👩‍👧 ế ", 12)), 40, 90, 16)
	f.Fuzz(func(t *testing.T, data []byte, start, end, width int) {
		file := source.NewFile("a.md", data)
		start = max(0, min(start, len(data)))
		end = max(start, min(end, len(data)))
		width = 10 + max(0, width)%200
		line, underline := snippet(file, file.Position(start).Line, source.Span{Start: start, End: end}, nil, width)
		if (line == "") != (underline == "") {
			t.Fatalf("line %q, underline %q", line, underline)
		}
		if strings.ContainsAny(line, "\r\n\t\x1b\x00") {
			t.Fatalf("control in %q", line)
		}
		if w := displaywidth.String(line); w > width+2 {
			t.Fatalf("%d columns of %d: %q", w, width, line)
		}
		if line != "" && !strings.Contains(underline, "^") {
			t.Fatalf("no underline below %q", line)
		}
	})
}

// FuzzJSON holds that any file gives a JSON array that reads back.
func FuzzJSON(f *testing.F) {
	f.Add([]byte("a\xffb"), "a <b>", 1)
	f.Fuzz(func(t *testing.T, data []byte, message string, start int) {
		file := source.NewFile("a.md", data)
		start = max(0, min(start, len(data)))
		var b bytes.Buffer
		d := Diagnostic{Rule: "r", Severity: Info, File: file, Span: source.Span{Start: start, End: len(data)}, Message: message}
		if err := WriteJSON(&b, []Diagnostic{d, d}); err != nil {
			t.Fatal(err)
		}
		var back []finding
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || len(back) != 2 || back[0].EndLine < back[0].Line {
			t.Fatalf("%v: %s", err, b.Bytes())
		}
	})
}
