package worklog

import (
	"slices"
	"strings"

	"worklog/generator/internal/fold"
	"worklog/generator/internal/page"
)

// headerRole reads the words of a column's heading. The order of the questions matters: "Ngày bắt
// đầu" holds the word for day, "Completion Date" the word for date.
func headerRole(heading string) (role Role, sure bool) {
	h := " " + strings.Map(wordsOnly, fold.Words(heading)) + " "
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(h, w) {
				return true
			}
		}
		return false
	}
	work := has("task", "cong viec", "nhiem vu", "noi dung", "activit", "hoat dong", "topic", "chu de", " work ", " works ", "work item", "description", "mo ta", "content", "to do", "dau viec", "viec lam", " job", "hang muc", " item", "chi tiet")
	date := has(" date ", " dates ", " ngay ", " time ", "thoi gian", " day ")
	switch {
	case strings.TrimSpace(heading) == "#", has(" id ", " stt ", " no "):
		return RoleOther, true
	case strings.TrimSpace(h) == "":
		return RoleOther, false
	case has("reference", "resource", "material", "tai lieu", "nguon", "tham khao", "lien ket", " link", "source", " url ", " ref ", " refs ", "documentation", " docs "):
		return RoleReference, true
	case has("status", "trang thai", "tinh trang", "tien do", "progress"):
		return RoleStatus, true
	case has(" start", "begin", "bat dau", "khoi dau", "tu ngay") && (!work || date), h == " from ", h == " tu ":
		return RoleStart, true
	case has("complet", "finish", " due ", "deadline", "hoan tha", "ket thuc", "hoan tat", "den ngay", "xong", "closed") && (!work || date),
		has(" end ") && date, h == " end ", h == " to ", h == " until ", h == " den ":
		return RoleEnd, true
	case work:
		return RoleTask, !date
	case h == " thu " || has("weekday", "day of week", "day of the week", "thu trong tuan", "buoi"):
		return RoleDay, true
	case h == " day " || h == " days ":
		return RoleDay, true
	case date:
		return RoleDate, h != " ngay " && !has(" time ", "thoi gian")
	}
	return RoleOther, true
}

// isAside knows headings of what is said about a task, which are never the task itself.
func isAside(heading string) bool {
	h := fold.Words(heading)
	for _, w := range [...]string{"ket qua", "ghi chu", "note", "result", "outcome", "nguoi", "owner", "assign", "remark", "nhan xet", "comment"} {
		if strings.Contains(h, w) {
			return true
		}
	}
	return false
}

func wordsOnly(r rune) rune {
	if r == '/' || r == '-' || r == '_' || r == '.' || r == ':' || r == '*' || r == '(' || r == ')' || r == '#' {
		return ' '
	}
	return r
}

// content is what the cells of a column look like.
type content struct {
	cells, dates, days, weekdays, digits, links int
	length                                      int // of all text, in bytes
}

// mostly reports whether at least half of the cells that say something are such.
func (c content) mostly(n int) bool { return c.cells > 0 && 2*n >= c.cells }

// cellReading is a cell read as everything that it might be, before the column's role is known.
type cellReading struct {
	runs []page.Run
	day  *DayCell
	date *DateCell
}

// readCell reads a cell; the words of prose are not looked at for days and dates.
// scratch is reused from cell to cell.
func readCell(p *page.Page, c page.Cell, prose bool, scratch *[]token) cellReading {
	r := cellReading{runs: p.Inline(c.Span)}
	if prose || len(r.runs) == 0 || c.Span.Len() > maxDayOrDate {
		return r
	}
	text := newCellText(r.runs)
	tokens := tokenize((*scratch)[:0], text.text)
	*scratch = tokens
	r.day = text.day(tokens)
	if strings.ContainsAny(text.text, digits) { // every date has one
		r.date = text.date(tokens)
	}
	return r
}

// maxDayOrDate is the length in bytes above which a cell is prose: a day or date with a remark is
// shorter, and most task cells are spared the question.
const maxDayOrDate = 80

func (c *content) add(r cellReading) {
	length := 0
	for _, run := range r.runs {
		length += len(run.Text)
	}
	if length == 0 || len(r.runs) == 1 && isDash(r.runs[0].Text) {
		return
	}
	c.cells++
	c.length += length
	if r.date != nil {
		c.dates++
	}
	if r.day != nil {
		c.days++
		if r.day.Digits {
			c.digits++
		} else {
			c.weekdays++
		}
	}
	for _, run := range r.runs {
		if run.Link != nil && run.Kind != page.Image {
			c.links++
			break
		}
	}
}

// isDash reports whether a cell says that it is empty.
func isDash(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || s == "-" || s == "–" || s == "—"
}

// columnRoles decides the role of each column from its heading and its cells; the cells decide
// where the heading can mean two things ("Ngày": day or date) or says nothing.
func columnRoles(headings []string, contents []content) []Role {
	roles := make([]Role, len(contents))
	for i, c := range contents {
		var heading string
		if i < len(headings) {
			heading = headings[i]
		}
		role, sure := headerRole(heading)
		switch role {
		case RoleTask:
			if !sure && c.mostly(c.dates) { // "work date"
				role = RoleDate
			}
		case RoleStart, RoleEnd:
			if c.cells > 0 && c.dates == 0 && !strings.Contains(fold.Words(heading), "date") && !strings.Contains(fold.Words(heading), "ngay") {
				role = RoleStatus // "completed: yes", a clock time
			}
		case RoleDate:
			if !c.mostly(c.dates) && c.mostly(c.days) || c.mostly(c.weekdays) && !headed(headings, RoleDay) {
				role = RoleDay
			} else if !sure && c.cells > 0 && (!c.mostly(c.dates) || sureDate(headings, i)) {
				role = RoleOther
			}
		case RoleDay:
			if c.mostly(c.dates) && !c.mostly(c.days) {
				role = RoleDate
			}
		case RoleOther:
			switch {
			case sure:
			case c.mostly(c.dates):
				role = RoleDate
			case c.mostly(c.weekdays), i == 0 && c.mostly(c.digits):
				role = RoleDay
			case c.mostly(c.links):
				role = RoleReference
			}
		}
		roles[i] = role
	}
	pairDates(roles)
	findTask(roles, headings, contents)
	return roles
}

// headed reports whether a heading has that role for sure.
func headed(headings []string, role Role) bool {
	return slices.ContainsFunc(headings, func(h string) bool { r, sure := headerRole(h); return r == role && sure })
}

// sureDate reports whether another column is one of dates for sure: beside it, a time is a clock's.
func sureDate(headings []string, except int) bool {
	for i, h := range headings {
		if r, sure := headerRole(h); i != except && sure && (r == RoleDate || r == RoleStart) {
			return true
		}
	}
	return false
}

// pairDates makes two unnamed date columns start and end, and completes a half-named pair.
func pairDates(roles []Role) {
	count := map[Role]int{}
	for _, r := range roles {
		count[r]++
	}
	seen := 0
	for i, r := range roles {
		switch {
		case r != RoleDate:
			continue
		case count[RoleStart] > 0 && count[RoleEnd] == 0:
			roles[i] = RoleEnd
		case count[RoleStart] == 0 && (count[RoleEnd] > 0 || count[RoleDate] > 1 && seen == 0):
			roles[i] = RoleStart
			count[RoleStart]++
		case count[RoleDate] > 1 && seen == 1:
			roles[i] = RoleEnd
			count[RoleEnd]++
		}
		seen++
	}
}

// findTask makes a second task column the detail of the first, and the longest unnamed column the
// task where none is named.
func findTask(roles []Role, headings []string, contents []content) {
	task, longest := -1, -1
	for i, r := range roles {
		if r == RoleTask {
			if task < 0 {
				task = i
			} else {
				roles[i] = RoleDetail
			}
		}
		if r == RoleOther && !isWeekHeading(headings, i) && !isAsideOrNumber(headings, i) && contents[i].cells > 0 &&
			(longest < 0 || contents[i].length > contents[longest].length) {
			longest = i
		}
	}
	if task < 0 && longest >= 0 {
		roles[longest] = RoleTask
	}
}

// isWeekHeading reports whether a column numbers weeks.
func isWeekHeading(headings []string, i int) bool {
	if i >= len(headings) {
		return false
	}
	switch strings.TrimSpace(fold.Words(strings.Map(wordsOnly, headings[i]))) {
	case "week", "weeks", "tuan":
		return true
	}
	return false
}

// isAsideOrNumber reports whether a column numbers rows or says something about the task.
func isAsideOrNumber(headings []string, i int) bool {
	if i >= len(headings) {
		return false
	}
	switch strings.TrimSpace(fold.Words(strings.Map(wordsOnly, headings[i]))) {
	case "no", "id", "stt":
		return true
	}
	if role, _ := headerRole(headings[i]); role == RoleDate { // a clock time
		return true
	}
	return strings.TrimSpace(headings[i]) == "#" || isAside(headings[i])
}
