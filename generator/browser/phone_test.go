package browser

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// week8 is the page by which the project measures itself.
const week8 = "/1-worklog/1.8-week8/"

// testPhone: on a phone the rows of a task table are cards, and every cell says what it is.
func (s *suite) testPhone(t *testing.T) {
	b := s.open(t, s.site(t, "own"), phone())
	b.visit(week8)
	type cell struct {
		Label, Role          string
		Shown                string // the label as it is drawn before the cell
		Left, Right, Top     float64
		RowLeft, RowRight    float64
		Visible, Head, Empty bool
	}
	rows := eval[[][]cell](b, `[...document.querySelectorAll('.worklog tbody tr')].map(row => [...row.cells].map(c => {
		const box = c.getBoundingClientRect(), frame = row.getBoundingClientRect()
		return {
			label: c.dataset.label, role: c.getAttribute('role'), head: c.tagName == 'TH', empty: c.textContent == '',
			shown: getComputedStyle(c, '::before').content, visible: c.checkVisibility(),
			left: box.left, right: box.right, top: box.top, rowLeft: frame.left, rowRight: frame.right,
		}
	}))`)
	if len(rows) != 7 {
		t.Fatalf("%d rows, want 7", len(rows))
	}
	for y, row := range rows {
		if len(row) != 5 {
			t.Fatalf("row %d has %d cells, want 5", y+1, len(row))
		}
		for x, c := range row {
			switch {
			case c.Empty:
			case !c.Visible || c.Left < c.RowLeft || c.Right > c.RowRight || c.RowLeft < 0 || c.RowRight > 360:
				t.Errorf("row %d: cell %d is not wholly on the card: %+v", y+1, x+1, c)
			case !c.Head && !strings.HasPrefix(c.Shown, `"`+c.Label+`"`):
				t.Errorf("row %d: cell %d does not say %q but %s", y+1, x+1, c.Label, c.Shown)
			}
		}
		if row[1].Top <= row[0].Top || row[2].Top <= row[1].Top {
			t.Errorf("row %d: day, task and dates do not stand one below the other", y+1)
		}
	}
	if display := eval[string](b, `getComputedStyle(document.querySelector('.worklog')).display`); display != "block" {
		t.Errorf("the table is displayed as %s", display)
	}
	b.look(view{})
	if display := eval[string](b, `getComputedStyle(document.querySelector('.worklog')).display`); display != "table" {
		t.Errorf("on a desktop the table is displayed as %s", display)
	}
}

// testAnnounced: cards are still a table to those who listen, each row headed by its day.
func (s *suite) testAnnounced(t *testing.T) {
	for _, v := range []view{phone(), {}} {
		b := s.open(t, s.site(t, "own"), v)
		b.visit(week8)
		tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			t.Fatal(err)
		}
		var table *accessibility.Node
		children := map[accessibility.NodeID][]*accessibility.Node{}
		for _, n := range tree.Nodes {
			children[n.ParentID] = append(children[n.ParentID], n)
			if said(n.Role) == "table" {
				table = n
			}
		}
		if table == nil {
			t.Fatalf("%v: no table is announced", v)
		}
		rows := 0
		counts := map[string]int{}
		var heads []string
		var walk func(*accessibility.Node)
		walk = func(n *accessibility.Node) {
			switch role := said(n.Role); role {
			case "row":
				rows++
			case "cell", "gridcell":
				counts["cell"]++
			case "columnheader":
				counts[role]++
			case "rowheader":
				heads = append(heads, said(n.Name)) // the day alone, without the link to the row
			}
			for _, c := range children[n.NodeID] {
				walk(c)
			}
		}
		walk(table)
		want := "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
		if got := strings.Join(heads, " "); got != want {
			t.Errorf("%v: heads of rows are %q, want %q", v, got, want)
		}
		// Two weekdays of week 8 have no reference, and an empty cell may be left out of a card.
		if rows != 8 || counts["columnheader"] != 5 || counts["cell"] < 7*4-4 {
			t.Errorf("%v: %d rows, %v; want 8 rows, 5 column headers, 28 cells less the empty ones", v, rows, counts)
		}
		dates := 0
		for _, n := range tree.Nodes {
			if said(n.Role) == "StaticText" && strings.Contains(said(n.Name), "27/10/2025") {
				dates++
			}
		}
		if dates < 2 {
			t.Errorf("%v: the dates of Monday are announced %d times, want at least 2", v, dates)
		}
	}
}

// said is the text of a value of the accessibility tree.
func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text string
	_ = json.Unmarshal(v.Value, &text)
	return text
}
