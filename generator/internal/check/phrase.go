package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// inForm writes a date in the form of one that the author wrote, so that a hint can be copied.
func (w *week) inForm(s *worklog.Stated, d civil.Date) string {
	text := w.file.Text(s.Span)
	if strings.Trim(text, "0123456789/-.") != "" {
		return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
	}
	numbers := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) < 2 {
		return w.day(d)
	}
	if len(numbers[0]) == 4 {
		return d.String()
	}
	separator := text[len(numbers[0]) : len(numbers[0])+1]
	a, b := d.Day, int(d.Month)
	if w.Order == worklog.MonthDay {
		a, b = b, a
	}
	form := "%02d%s%02d"
	if len(numbers[0]) == 1 || len(numbers[1]) == 1 {
		form = "%d%s%d"
	}
	out := fmt.Sprintf(form, a, separator, b)
	if s.Year != 0 {
		out += fmt.Sprintf("%s%d", separator, d.Year)
	}
	return out
}

// day writes a date as the pages of the week do.
func (w *week) day(d civil.Date) string {
	if w.Order == worklog.MonthDay {
		return fmt.Sprintf("%02d/%02d/%d", d.Month, d.Day, d.Year)
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day, d.Month, d.Year)
}

// days writes the days of the week's starts.
func (w *week) days() string {
	if w.first == w.last {
		return w.day(w.first)
	}
	return w.day(w.first) + " to " + w.day(w.last)
}

// weekdayName is the English name of a day from 1 for Monday to 7 for Sunday.
func weekdayName(day int) string {
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[day-1]
}

// weekdayInForm writes a weekday in the form of one that the author wrote: Tue, Thứ 3, Thứ Ba, 3.
func weekdayInForm(text string, day int) string {
	lower := strings.ToLower(text)
	vietnamese := [...]string{"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"}
	digit := strings.ContainsAny(text, "0123456789")
	switch {
	case strings.HasPrefix(lower, "thứ") || strings.HasPrefix(lower, "chủ"):
		switch {
		case day == 7:
			return "Chủ nhật"
		case digit:
			return fmt.Sprintf("Thứ %d", day+1)
		}
		return "Thứ " + vietnamese[day-1]
	case digit || lower == "cn":
		switch {
		case day == 7:
			return "CN"
		case strings.HasPrefix(lower, "t"):
			return fmt.Sprintf("T%d", day+1)
		}
		return fmt.Sprint(day + 1)
	case utf8.RuneCountInString(text) <= 5:
		return weekdayName(day)[:3]
	}
	return weekdayName(day)
}

// saidWeekday quotes a weekday as written, with its English name where that says more.
func saidWeekday(text string, day int) string {
	if strings.HasPrefix(strings.ToLower(weekdayName(day)), strings.ToLower(text)) {
		return text
	}
	return fmt.Sprintf("%s (%s)", text, weekdayName(day))
}

// name says which week it is: "week 7", or the quoted title where it has no number.
func (w *week) name() string {
	if w.Number > 0 {
		return fmt.Sprintf("week %d", w.Number)
	}
	return fmt.Sprintf("%q", w.Title)
}

// startsAt is where a finding about the dates of the whole week stands: its first start.
func (w *week) startsAt() source.Span {
	for _, r := range w.rows {
		if r.start == w.first && !r.start.IsZero() {
			return r.startSpan()
		}
	}
	return w.titleSpan()
}

// startSpan is where the start date stands, or the completion date that stands in for it.
func (r *row) startSpan() source.Span {
	from, _ := r.bounds()
	return from.Span
}

// titleSpan is the title in the front matter, else the first heading, else the page's first byte.
func (w *week) titleSpan() source.Span {
	switch {
	case w.Page.FrontMatter.Has("title"):
		return w.Page.FrontMatter.ValueSpan("title")
	case len(w.Page.Headings) > 0:
		return w.Page.Headings[0].Span
	}
	return firstByte(w.file)
}

// firstByte is where a finding about a whole file stands.
func firstByte(f *source.File) source.Span { return source.Span{End: min(1, len(f.Data))} }

// list joins words with commas and a final "and".
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// shorten cuts a text that a message quotes to a number of letters.
func shorten(s string, letters int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= letters {
		return s
	}
	return string([]rune(s)[:letters-1]) + "…"
}
