package check

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

// leaks returns the secrets of a site that its findings print.
func leaks(t *testing.T, site *worklog.Site, found []diag.Diagnostic) []string {
	t.Helper()
	var out bytes.Buffer
	for _, width := range []int{0, 30} {
		if err := diag.WriteText(&out, found, diag.TextOptions{Width: width}); err != nil {
			t.Fatal(err)
		}
	}
	if err := diag.WriteJSON(&out, found); err != nil {
		t.Fatal(err)
	}
	var leaked []string
	for _, pg := range site.Pages {
		for _, s := range findSecrets(pg.File.Data) {
			const half = 12 // shown whole or nearly so
			for part := range strings.FieldsSeq(pg.File.Text(s.all)) {
				if len(part) >= half && strings.Contains(out.String(), part[:half]) {
					leaked = append(leaked, part)
				}
			}
		}
	}
	return leaked
}

// TestNoFindingShowsASecret breaks all rules on pages with secrets, the rule on credentials on or off.
func TestNoFindingShowsASecret(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "credential.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	site := read(archive.Files)
	for _, s := range []diag.Severity{diag.Error, diag.Off} {
		found := Run(site, Options{Today: today(), Severities: map[string]diag.Severity{"credential": s}})
		if len(found) == 0 {
			t.Fatal("nothing is found")
		}
		for _, secret := range leaks(t, site, found) {
			t.Errorf("with the rule at %v %q is printed", s, secret[:4])
		}
	}
}
