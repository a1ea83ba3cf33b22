package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowedImports says which package of ours may import which: stages never import one another, cli
// joins them. README.md draws the same table.
func allowedImports() map[string]string {
	return map[string]string{
		"source":   "",
		"suggest":  "",
		"fold":     "",
		"diag":     "source",
		"page":     "source",
		"worklog":  "fold page source",
		"check":    "diag fold page source suggest worklog",
		"search":   "fold",
		"topic":    "fold page",
		"chapter":  "",
		"generate": "chapter fold page search source topic worklog",
		"calendar": "",
		"card":     "",
		"config":   "diag source suggest",
		"site":     "",
		"publish":  "",
		"cli":      "calendar card check config diag generate page publish search site source suggest worklog",
	}
}

func TestImports(t *testing.T) {
	const internal = "worklog/generator/internal/"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		name := strings.TrimPrefix(fields[0], internal)
		allowed, ok := allowedImports()[name]
		if !ok {
			t.Errorf("package %s is not in the table: say what it may import", name)
			continue
		}
		seen++
		for _, imported := range fields[1:] {
			if ours, ok := strings.CutPrefix(imported, internal); ok && !slices.Contains(strings.Fields(allowed), ours) {
				t.Errorf("%s imports %s, which the table does not allow", name, ours)
			}
			if strings.HasPrefix(imported, "github.com/gohugoio/hugo") && name != "site" {
				t.Errorf("%s imports %s: only site may know Hugo", name, imported)
			}
		}
	}
	if seen != len(allowedImports()) {
		t.Errorf("the table names %d packages, %d exist", len(allowedImports()), seen)
	}
}
