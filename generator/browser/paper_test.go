package browser

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// testPaper: a week takes two sheets at most, and a report of 13 weeks 28, with every week on it.
func (s *suite) testPaper(t *testing.T) {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		skip(t, "no pdftotext on the PATH: apt-get install poppler-utils")
	}
	for name, paper := range map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "Letter": chromedp.PaperLetter} {
		t.Run(name, func(t *testing.T) {
			sheets := s.open(t, s.site(t, "own"), view{}).print(reader, week8, paper)
			t.Logf("week 8: %d sheets", len(sheets))
			if len(sheets) > 2 {
				t.Errorf("week 8 takes %d sheets", len(sheets))
			}
			text := strings.Join(sheets, "\n")
			for _, want := range []string{"Docker Fundamentals", "Prepare for CI/CD", "27/10/2025", "02/11/2025", "Known how to package"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not on paper", want)
				}
			}
			s.testReport(t, reader, "/report/", "Week %d Worklog", paper)
			s.testReport(t, reader, "/vi/report/", "Nhật ký tuần %d", paper)
		})
	}
}

func (s *suite) testReport(t *testing.T, reader, path, title string, paper chromedp.PaperSize) {
	sheets := s.open(t, s.site(t, "program"), view{dark: true}).print(reader, path, paper)
	t.Logf("%s: %d sheets", path, len(sheets))
	if len(sheets) > 28 {
		t.Errorf("%s: 13 weeks take %d sheets", path, len(sheets))
	}
	text := strings.Join(strings.Fields(strings.Join(sheets, " ")), " ")
	for n := range 13 {
		if want := fmt.Sprintf(title, n+1); !strings.Contains(text, want) {
			t.Errorf("%s: %q is not on paper", path, want)
		}
	}
	for i, sheet := range sheets {
		if strings.TrimSpace(sheet) == "" {
			t.Errorf("%s: sheet %d is empty", path, i+1)
		}
	}
}

// print prints a page, and returns the text of each sheet.
func (b *tab) print(reader, path string, paper chromedp.PaperSize) []string {
	b.Helper()
	b.visit(path)
	prefer := func(p *page.PrintToPDFParams) { p.GenerateTaggedPDF = new(true) }
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper), prefer))
	if err != nil {
		b.Fatal(err)
	}
	var text, complaints bytes.Buffer
	cmd := exec.CommandContext(b.ctx, reader, "-layout", "-", "-")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(pdf), &text, &complaints
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s: %v: %s", reader, err, &complaints)
	}
	return strings.Split(strings.TrimSuffix(text.String(), "\f"), "\f") // one at the end of each sheet
}
