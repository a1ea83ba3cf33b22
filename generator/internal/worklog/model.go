// Package worklog interprets pages as a worklog: which tables are task tables, what their columns,
// days, dates, tasks and references mean, and which weeks they make up.
package worklog

import (
	"cloud.google.com/go/civil"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// Site is all the content pages of a site and the weeks among them.
type Site struct {
	Pages     []*Page    // in order of path
	Languages []Language // as configured; the default language first
}

// Language is the weeks in one language, in the order of the program.
type Language struct {
	Code       string
	ContentDir string // relative to the site's root, slashes forward
	Weeks      []*Week
}

// Page is a content page in its place on the site.
type Page struct {
	*page.Page
	Language string
	Path     string // below the language's content folder, as Hugo's .File.Path with slashes forward
	Key      string // the same for all translations of a page, lower case: "1-worklog/1.8-week8/_index"
	Index    bool   // a home or section page (_index.md)
	Week     *Week  // nil where the page is not a weekly page
}

// Week is one weekly page: a page with at least one task table, or one that names a week and
// should have one.
type Week struct {
	Page     *Page
	Number   int        // 0 where nothing states it
	Evidence []Evidence // where a number is stated
	Title    string     // the front matter's, else the first heading's, else the folder's name
	Tables   []*Table   // the task tables; empty on a weekly page without a readable one
	Order    Order
	Reason   Reason      // why Order
	Start    civil.Date  // earliest start; zero where no date is readable
	End      civil.Date  // latest date
	Stated   []*DateCell // dates in headings and title, such as "(22/09 - 26/09)"
	Prev     *Week
	Next     *Week
	Others   []*Week // the same week in the other languages

	dates []*Stated // of the tables; filled when first asked for
}

// Evidence is one place where a page states its week's number.
type Evidence struct {
	Source string // title, heading, path, pre or weight
	Number int
	Span   source.Span // empty for path
}

// Order is how a numeric date is to be read.
type Order int

// The date orders.
const (
	Unknown  Order = iota
	DayMonth       // 27/10/2025
	MonthDay       // 10/27/2025
)

// Reason is what decided the date order of a page.
type Reason int

// The reasons.
const (
	Undecided   Reason = iota
	NoDates            // nothing to decide
	Configured         // [params.worklog] dateOrder
	OnlyOne            // the dates exist, or lie within a week or so, in one order only
	Same               // both orders give the same dates
	Neighbours         // the weeks before and after
	Majority           // most pages of the site
	WeekdayTies        // the weekday column
)

// Role is what a column holds.
type Role int

// The roles.
const (
	RoleOther     Role = iota
	RoleDay            // weekday or ordinal
	RoleDate           // the one date of a task
	RoleStart          // start date
	RoleEnd            // completion date
	RoleTask           // the task
	RoleDetail         // a second column of task text
	RoleReference      // reference material
	RoleStatus         // done, in progress, …
)

// Column is one column of a task table.
type Column struct {
	Role   Role
	Header page.Cell // zero where a row has more cells than the header
	Align  string    // left, center, right or empty
}

// Table is a task table.
type Table struct {
	Source  *page.Table
	Columns []Column
	Tasks   []*Task
}

// digitMeaning is what bare digits in the day column of a page mean.
type digitMeaning int

// The meanings of digits.
const (
	noDigits   digitMeaning = iota
	vietnamese              // 2 is Monday … 7 is Saturday
	ordinals                // 1 is the first day or row
)

// Task is one row of a task table.
type Task struct {
	Row        *page.Row
	Group      bool      // a heading for the rows below it, not a task
	Fields     []*Field  // one a cell that the row has, in order
	Missing    []int     // 0-based columns that the row lacks
	Day        *DayCell  // nil where there is no day column or the cell is empty or not understood
	Start, End *DateCell // the same cell where the table has one date column; nil as above
	References []Reference
	DateInDay  bool // the date stands in the day cell, there is no date column
}

// Field is one cell as it was understood.
type Field struct {
	Role Role
	Cell page.Cell
	Runs []page.Run // what the cell says
	Day  *DayCell   // for RoleDay
	Date *DateCell  // for RoleDate, RoleStart and RoleEnd
}

// DayCell is a day as stated.
type DayCell struct {
	Span     source.Span // of the words that say the day
	Weekdays []int       // 1 is Monday, 7 is Sunday
	Through  bool        // a range: from the first weekday through the last
	Ordinal  int         // "Day 1", or a digit where digits are ordinals; 0 otherwise
	Last     int         // the last ordinal of a range; 0 otherwise
	Digits   bool        // said as a bare number
	Rest     []page.Run  // what else the cell says

	said []saidDay
}

// DateCell is a date, or a range of dates, as stated and as resolved.
type DateCell struct {
	First Stated
	Last  *Stated    // the end of a range, else nil
	Rest  []page.Run // what else the cell says, such as a clock time
}

// Resolved reports whether every date of the cell has a meaning.
func (c *DateCell) Resolved() bool {
	return !c.First.Date.IsZero() && (c.Last == nil || !c.Last.Date.IsZero())
}

// Stated is one date as the author wrote it, and what it means.
type Stated struct {
	Span     source.Span
	A, B     int        // the numbers in the order written, day and month in some order; with Fixed, day then month
	Year     int        // 0 where none is stated
	Fixed    bool       // ISO, or the month is named: no order to decide
	Swapped  bool       // read in the other order than the page's, as only that makes sense
	Inferred bool       // the year was not stated
	Date     civil.Date // zero where it cannot be resolved
	Problem  Problem

	misshapen bool // written as no date is, with three digits for a day, say
}

// Problem is why a stated date has no or a doubtful meaning.
type Problem int

// The problems of a date.
const (
	Fine       Problem = iota
	Impossible         // no calendar has it: 31/02, month 13
	OddYear            // a year that no internship has, such as 2725
	NoYear             // no year stated, none to infer
)

// Item is one line of a cell with the lines nested under it.
type Item struct {
	Marked bool // begins with -, +, • or the like: a list item
	Runs   []page.Run
	Items  []*Item
}

// Reference is one source that a task cites.
type Reference struct {
	Title string      // may be empty
	URL   string      // empty for a reference that is text only
	Span  source.Span // the whole reference
	URLAt source.Span // the URL alone
	Auto  bool        // a bare URL or <URL>, not [title](URL)
}
