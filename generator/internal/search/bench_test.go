package search

import (
	"fmt"
	"testing"
)

// BenchmarkWrite writes the index of a site of 1,000 weeks.
func BenchmarkWrite(b *testing.B) {
	var docs []Document
	for n := range 1000 {
		d := Document{Title: fmt.Sprintf("Week %d Worklog", n), Address: fmt.Sprintf("1-worklog/1.%d-week%d/", n, n), Parts: []Part{{}}}
		for day := range 9 {
			d.Parts = append(d.Parts, Part{fmt.Sprintf("day-2025-01-%02d", day), fmt.Sprintf(
				"Amazon S3:\tkho đối tượng %d\nTạo bucket, đặt chính sách vòng đời và phiên bản\nThử `aws s3 sync` từ máy cá nhân\nGhi lại chi phí của tuần %d", day, n)})
		}
		docs = append(docs, d)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(docs, DefaultSizes(), func(string, []byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
