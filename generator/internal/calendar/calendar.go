// Package calendar writes tasks as iCalendar (RFC 5545), for the calendars of mentors and interns.
package calendar

import (
	"bufio"
	"cmp"
	"io"
	"iter"
	"strings"
	"time"
	"unicode"

	"cloud.google.com/go/civil"
	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"
)

// Event is a task that takes whole days.
type Event struct {
	URL        string     // absolute, of the task's row; what makes the event the same one in every build
	Start, End civil.Date // first and last day; an End that is zero or before Start stands for Start
	Text       string     // what was done, one or more lines; the first is the summary, or else the category
	References []string   // below the text, a line each
	Category   string     // the title of the week; may be empty
}

// Write writes a calendar of the given name. It holds one event at a time. An error is w's.
func Write(w io.Writer, name string, events iter.Seq[Event]) error {
	out := bufio.NewWriter(w)
	c := ics.NewCalendar()
	c.SetProductId("-//worklog//worklog//EN")
	c.SetCalscale("GREGORIAN")
	c.SetMethod(ics.MethodPublish)
	c.SetName(clean(name))
	c.SetXWRCalName(clean(name))
	format := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: string(ics.WithNewLineWindows)}
	head, tail, _ := strings.Cut(c.Serialize(format), "END:VCALENDAR")
	out.WriteString(head) // the buffer keeps the first error until Flush
	for e := range events {
		if err := e.event().SerializeTo(out, format); err != nil {
			return err
		}
	}
	out.WriteString("END:VCALENDAR" + tail)
	return out.Flush()
}

// event has no time of writing in it, so that the same worklog gives the same bytes.
func (e Event) event() *ics.VEvent {
	v := ics.NewEvent(uuid.NewSHA1(uuid.NameSpaceURL, []byte(e.URL)).String())
	last := e.End
	if last.Before(e.Start) {
		last = e.Start
	}
	start := e.Start.In(time.UTC)
	v.SetDtStampTime(start)
	v.SetAllDayStartAt(start)
	v.SetAllDayEndAt(last.AddDays(1).In(time.UTC)) // the first day after it
	summary, rest := split(clean(e.Text))
	v.SetSummary(cmp.Or(summary, clean(e.Category)))
	if d := describe(rest, e.References); d != "" {
		v.SetDescription(d)
	}
	v.SetURL(strings.ReplaceAll(clean(e.URL), "\n", "")) // written as it is, not as text
	if e.Category != "" {
		v.AddCategory(clean(e.Category))
	}
	v.SetTimeTransparency(ics.TransparencyTransparent) // a task is no reason to be busy all day
	return v
}

// longest is how many characters of a task a calendar shows as its summary.
const longest = 100

// split parts a text into its first line, without the colon that leads to the next, and the others.
// A first line that is too long for a summary is cut there and stays whole in the rest.
func split(text string) (summary, rest string) {
	first, rest, _ := strings.Cut(text, "\n")
	if runes := []rune(first); len(runes) > longest {
		cut := string(runes[:longest])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		return cut + "…", text
	}
	return strings.TrimRight(first, ": "), rest
}

// describe puts the references below the text.
func describe(text string, references []string) string {
	lines := clean(strings.Join(references, "\n"))
	if text == "" || lines == "" {
		return text + lines
	}
	return text + "\n\n" + lines
}

// clean leaves out what iCalendar has no place for: control characters, and bytes that are no UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
