package worklog

import (
	"worklog/generator/internal/page"
)

// tableStrength says how surely a table is a task table.
type tableStrength int

const (
	notTasks  tableStrength = iota
	likely                  // a task table if the page is about a week
	certainly               // a task table wherever it stands
)

// readTable reads a table as a task table.
func readTable(p *page.Page, src *page.Table) (*Table, tableStrength) {
	if len(src.Rows) == 0 || len(src.Header.Cells) < 2 {
		return nil, notTasks
	}
	headings := make([]string, len(src.Header.Cells))
	headed := make(map[Role]bool)
	prose := make([]bool, len(src.Header.Cells)) // the heading rules out days and dates
	for i, c := range src.Header.Cells {
		headings[i] = page.Words(p.Inline(c.Span))
		role, sure := headerRole(headings[i])
		headed[role] = true
		prose[i] = sure && (role == RoleTask || role == RoleReference || role == RoleStatus)
	}
	if !worthReading(headings, headed) {
		return nil, notTasks
	}
	width := len(src.Header.Cells)
	for _, r := range src.Rows {
		width = max(width, len(r.Cells))
	}
	readings := make([][]cellReading, len(src.Rows))
	contents := make([]content, width)
	var scratch []token
	for i := range src.Rows {
		readings[i] = make([]cellReading, len(src.Rows[i].Cells))
		for j, c := range src.Rows[i].Cells {
			readings[i][j] = readCell(p, c, j < len(prose) && prose[j], &scratch)
			contents[j].add(readings[i][j])
		}
	}
	roles := columnRoles(headings, contents)
	t := &Table{Source: src}
	for i, r := range roles {
		col := Column{Role: r}
		if i < len(src.Header.Cells) {
			col.Header = src.Header.Cells[i]
		}
		if i < len(src.Align) {
			col.Align = src.Align[i]
		}
		t.Columns = append(t.Columns, col)
	}
	strength := judge(t, headings, headed, contents)
	if strength == notTasks {
		return nil, notTasks
	}
	for i := range src.Rows {
		if task := readTask(t, &src.Rows[i], readings[i], len(headings)); task != nil {
			t.Tasks = append(t.Tasks, task)
		}
	}
	if len(t.Tasks) == 0 {
		return nil, notTasks
	}
	return t, strength
}

// worthReading tells from the headings alone whether the cells need to be looked at: most tables of
// a site compare services or list ports.
func worthReading(headings []string, headed map[Role]bool) bool {
	if headed[RoleDay] || headed[RoleDate] || headed[RoleStart] || headed[RoleEnd] || headed[RoleTask] && headed[RoleReference] && headed[RoleStatus] {
		return true
	}
	for _, h := range headings {
		if h == "" {
			return true
		}
	}
	return false
}

// judge decides how surely the table is a task table: it has a task, and a day or a date that can
// be read, or at least the headings for them.
func judge(t *Table, headings []string, headed map[Role]bool, contents []content) tableStrength {
	var day, date, task, filled bool
	for i, c := range t.Columns {
		switch c.Role {
		case RoleDay:
			day = day || contents[i].cells == 0 || contents[i].mostly(contents[i].days)
			filled = filled || contents[i].days > 0
		case RoleDate, RoleStart, RoleEnd:
			date = date || contents[i].cells == 0 || contents[i].mostly(contents[i].dates)
			filled = filled || contents[i].dates > 0
		case RoleTask:
			task = true
		}
		if isWeekHeading(headings, i) && contents[i].cells > 1 {
			return notTasks // a plan of several weeks
		}
	}
	switch {
	case task && headed[RoleTask] && headed[RoleReference] && headed[RoleStatus] && !day && !date:
		return likely // by phases instead of days; "document | content" alone is no task table
	case !task || !day && !date:
		return notTasks
	case headed[RoleTask] && day && date:
		return certainly
	case headed[RoleTask] && headed[RoleStart] && headed[RoleEnd]:
		return certainly
	case filled || headed[RoleTask] && headed[RoleDay]:
		return likely
	}
	return notTasks
}

// readTask reads a row; a row that says nothing is nil.
func readTask(t *Table, row *page.Row, readings []cellReading, headings int) *Task {
	task := &Task{Row: row, Fields: make([]*Field, len(readings))}
	fields := make([]Field, len(readings))
	says := 0
	for i, r := range readings {
		f := &fields[i]
		*f = Field{Role: t.Columns[i].Role, Cell: row.Cells[i], Runs: r.runs}
		switch f.Role {
		case RoleDay:
			f.Day = r.day
		case RoleDate, RoleStart, RoleEnd:
			f.Date = r.date
		}
		if len(f.Runs) > 0 {
			says++
		}
		task.Fields[i] = f
	}
	if says == 0 {
		return nil
	}
	for i := len(readings); i < headings; i++ {
		task.Missing = append(task.Missing, i)
	}
	task.Group = isGroup(t, task, says)
	task.settleFields(t.dated())
	return task
}

// dated reports whether the table has a column for dates.
func (t *Table) dated() bool {
	for _, c := range t.Columns {
		if c.Role == RoleDate || c.Role == RoleStart || c.Role == RoleEnd {
			return true
		}
	}
	return false
}

// settleFields finds the day, dates, items and references of a row among its fields. In a table
// without a column for dates the day cell may hold the date: "Thứ 2 (08/06)".
func (t *Task) settleFields(dated bool) {
	for _, f := range t.Fields {
		switch f.Role {
		case RoleDay:
			if t.Day == nil {
				t.Day = f.Day
			}
		case RoleDate:
			if t.Start == nil {
				t.Start = f.Date
			}
			if t.End == nil {
				t.End = f.Date
			}
		case RoleStart:
			t.Start = f.Date
		case RoleEnd:
			t.End = f.Date
		}
		if f.Day == nil && f.Date == nil {
			t.References = append(t.References, readReferences(f.Runs, f.Role == RoleReference)...)
		}
	}
	if t.End == nil && t.Start != nil && t.Start.Last != nil { // "from 20/10 to 22/10" in one column
		t.End = t.Start
	}
	if !dated && t.Day != nil && len(t.Day.Rest) > 0 {
		t.Start = readDate(t.Day.Rest)
		t.End = t.Start
		t.DateInDay = t.Start != nil
	}
}

// isGroup recognises a row such as | **Phase** | | **[PROJECT] Docker** |, which names the rows
// below it: no day, no date, no reference, and all that it says is bold.
func isGroup(t *Table, task *Task, says int) bool {
	if says > 2 || len(t.Columns) < 3 {
		return false
	}
	for _, f := range task.Fields {
		if len(f.Runs) == 0 {
			continue
		}
		if f.Day != nil || f.Date != nil || f.Role == RoleReference {
			return false
		}
		for _, r := range f.Runs {
			if r.Kind != page.Text || r.Style&page.Bold == 0 && saysSomething(r.Text) {
				return false
			}
		}
	}
	return len(task.Fields[0].Runs) > 0
}
