package check

import "testing"

func TestIsOpen(t *testing.T) {
	for _, words := range []string{
		"", "-", "–", "…", "✅", "x", "N/A", "n.a.", "ongoing", "On-going", "In progress", "TBD", "Not yet", "continuing next week", "All week", "Weekend",
		"Đang thực hiện", "đang làm", "Dang thuc hien", "Chưa hoàn thành", "chưa xong", "Tiếp tục tuần sau", "Cả tuần", "Đã hoàn thành", "Nghỉ lễ", "Hiện tại",
	} {
		if !isOpen(words) {
			t.Errorf("%q is taken for a slip", words)
		}
	}
	for _, words := range []string{"tomorow", "yesterday", "Monday", "Octobre", "ngày mai", "Docker", "https://example.org/", "Q4 2025", "27th/Oct", "progress 2"} {
		if isOpen(words) {
			t.Errorf("%q is taken for no date to tell", words)
		}
	}
}
