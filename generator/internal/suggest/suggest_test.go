package suggest

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"dateOrder", "rules", "date-invalid", "date-impossible", "off"}
	tests := []struct{ word, want string }{
		{"dateOrder", "dateOrder"},
		{"dateodrer", "dateOrder"},
		{"dateOder", "dateOrder"},
		{"rule", "rules"},
		{"ruels", "rules"},
		{"date-imposible", "date-impossible"},
		{"of", "off"},
		{"date-invald", "date-invalid"},
		{"severity", ""},
		{"xyz", ""},
		{"", ""},
		{"ngày", ""},
	}
	for _, tt := range tests {
		got, ok := Nearest(tt.word, known)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", tt.word, got, ok, tt.want)
		}
	}
}

func TestNearestPrefersFewerSlipsThenTheFirst(t *testing.T) {
	if got, _ := Nearest("weel", []string{"reel", "week", "feel"}); got != "reel" {
		t.Errorf("equally near: got %q, want the first", got)
	}
	if got, _ := Nearest("week-gap", []string{"week-gaps-2", "week-gap"}); got != "week-gap" {
		t.Errorf("got %q, want the exact word", got)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "acb", 1}, {"ca", "abc", 3},
		{"kitten", "sitting", 3}, {"tuần", "tuan", 1},
	}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
