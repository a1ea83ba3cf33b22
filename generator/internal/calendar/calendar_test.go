package calendar

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cloud.google.com/go/civil"
	"github.com/emersion/go-ical"
)

var update = flag.Bool("update", false, "rewrite the golden")

func day(s string) civil.Date {
	d, err := civil.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func write(t *testing.T, name string, events ...Event) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, name, slices.Values(events)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func examples() []Event {
	return []Event{
		{
			URL: "https://example.org/vi/1-worklog/1.8-week8/#day-2025-10-27", Start: day("2025-10-27"), End: day("2025-10-28"),
			Text:       "Đám mây:\nBảo mật; sao lưu, phục hồi và rất nhiều chữ có dấu để dòng này phải được gấp lại nhiều lần\nC:\\new",
			References: []string{"Tài liệu: https://docs.example.org/" + strings.Repeat("đường-dẫn-rất-dài/", 12)},
			Category:   "Tuần 8, phần một",
		},
		{URL: "https://example.org/1-worklog/1.9-week9/#row-1", Start: day("2025-12-31"), Text: "One line"},
		{URL: "https://example.org/1-worklog/1.9-week9/#row-2", Start: day("2025-12-30"), End: day("2025-12-29"), References: []string{"A book"}},
		{URL: "https://example.org/x/#row-1", Start: day("2024-02-29"), Text: "bell\a \xff\r\nBEGIN:VEVENT\n📦 🇻🇳"},
		{URL: "https://example.org/x/#row-2", Start: day("2024-02-29"), Text: strings.Repeat("long words ", 400)},
	}
}

// TestWrite compares a calendar with the golden, byte for byte but for the line ends.
func TestWrite(t *testing.T) {
	const name = "testdata/calendar.ics"
	got := bytes.ReplaceAll(write(t, "Nhật ký, thực tập", examples()...), []byte("\r\n"), []byte("\n"))
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// TestLines holds what RFC 5545 asks of every line.
func TestLines(t *testing.T) {
	checkLines(t, write(t, strings.Repeat("một hai ba ", 30), examples()...))
}

func checkLines(t *testing.T, data []byte) {
	t.Helper()
	body, ended := strings.CutSuffix(string(data), "\r\n")
	if !ended {
		t.Error("the last line has no end")
	}
	for line := range strings.SplitSeq(body, "\r\n") {
		if len(line) > 75 || line == "" || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\a") {
			t.Errorf("bad line of %d octets: %q", len(line), line)
		}
	}
}

// TestParse has another program's parser read the calendar.
func TestParse(t *testing.T) {
	in := examples()
	c, err := ical.NewDecoder(bytes.NewReader(write(t, "Nhật ký, thực tập", in...))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	if name, _ := c.Props.Text("X-WR-CALNAME"); name != "Nhật ký, thực tập" {
		t.Errorf("name %q", name)
	}
	events := c.Events()
	if len(events) != len(in) {
		t.Fatalf("%d events, want %d", len(events), len(in))
	}
	ids := map[string]bool{}
	for i, e := range events {
		id, _ := e.Props.Text(ical.PropUID)
		ids[id] = true
		start, err := e.DateTimeStart(time.UTC)
		if err != nil || civil.DateOf(start) != in[i].Start {
			t.Errorf("event %d starts %v, %v", i, start, err)
		}
		if u, err := e.Props.URI(ical.PropURL); err != nil || u.String() != in[i].URL {
			t.Errorf("event %d is at %v, %v", i, u, err)
		}
		if stamp, err := e.Props.DateTime(ical.PropDateTimeStamp, nil); err != nil || !stamp.Equal(start) {
			t.Errorf("event %d is stamped %v, %v", i, stamp, err)
		}
	}
	if len(ids) != len(in) {
		t.Errorf("%d ids for %d events", len(ids), len(in))
	}
	for i, last := range []string{"2025-10-29", "2026-01-01", "2025-12-31", "2024-03-01", "2024-03-01"} {
		if end, err := events[i].DateTimeEnd(time.UTC); err != nil || civil.DateOf(end) != day(last) {
			t.Errorf("event %d ends %v, %v, want %s", i, end, err, last)
		}
	}
	summary, _ := events[0].Props.Text(ical.PropSummary)
	description, _ := events[0].Props.Text(ical.PropDescription)
	_, rest, _ := strings.Cut(in[0].Text, "\n")
	if summary != "Đám mây" || description != rest+"\n\n"+in[0].References[0] {
		t.Errorf("%q: %q", summary, description)
	}
	if summary, _ = events[4].Props.Text(ical.PropSummary); utf8.RuneCountInString(summary) > longest+1 {
		t.Errorf("a summary of %d characters", utf8.RuneCountInString(summary))
	}
}

// FuzzWrite tries any words.
func FuzzWrite(f *testing.F) {
	for _, e := range examples() {
		f.Add(e.Text, e.URL, e.Category, strings.Join(e.References, " "))
	}
	f.Fuzz(func(t *testing.T, text, url, category, reference string) {
		e := Event{URL: url, Start: day("2025-10-27"), Text: text, References: []string{reference}, Category: category}
		data := write(t, category, e, e)
		for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Errorf("bad line of %d octets: %q", len(line), line)
			}
		}
		c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if n := len(c.Events()); n != 2 {
			t.Errorf("%d events", n)
		}
	})
}
