package main

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	worklog "worklog"
)

// Another language is one more file in layouts/i18n: each has to have every word that the layouts use,
// and no more, so that a translator sees in any of them what there is to translate.
func TestWords(t *testing.T) {
	used, prefixes := usedWords(t)
	files, err := fs.Glob(worklog.Files, "layouts/i18n/*.toml")
	if err != nil || len(files) < 2 {
		t.Fatal("no words", err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(worklog.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]any{}
		if err := toml.Unmarshal(data, &words); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(used)) {
			if _, ok := words[key]; !ok {
				t.Errorf("%s lacks %q, which %s uses", path.Base(file), key, used[key])
			}
		}
		for key, v := range words {
			composed := slices.ContainsFunc(prefixes, func(p *regexp.Regexp) bool { return p.MatchString(key) })
			if used[key] == "" && !composed {
				t.Errorf("%s has %q, which no layout uses", path.Base(file), key)
			}
			if plural, ok := v.(map[string]any); ok && plural["other"] == nil {
				t.Errorf("%s: the plural %q has no form for other numbers", path.Base(file), key)
			}
		}
	}
}

// usedWords finds the keys in the layouts, with a layout that uses each, and patterns of those that
// are put together.
func usedWords(t *testing.T) (used map[string]string, composed []*regexp.Regexp) {
	t.Helper()
	used = map[string]string{}
	call := regexp.MustCompile(`\b(?:T|i18n)\s+"([^"]+)"|"noun" "([^"]+)"`)
	err := fs.WalkDir(worklog.Files, "layouts", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(name, "layouts/i18n/") {
			return err
		}
		data, err := fs.ReadFile(worklog.Files, name)
		for _, m := range call.FindAllStringSubmatch(string(data), -1) {
			used[m[1]+m[2]] = strings.TrimPrefix(name, "layouts/")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return used, []*regexp.Regexp{
		regexp.MustCompile(`^(report|references|topics)(Page|Text)$`), // title.html and description.html: of the page's name
		regexp.MustCompile(`^fact[A-Z]`),                              // verdict.html: of the fact's name
		// notice.html: of the author's kind of notice
		regexp.MustCompile(`^(note|info|tip|success|warning|danger|error|important|caution)$`),
	}
}
