package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func only(names ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, name := range names {
		fsys[name] = &fstest.MapFile{Data: []byte("{{ .Title }}{{ .Content }}")}
	}
	return fsys
}

func TestLanguagesByFileName(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":                    "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.vi]\nweight = 2\n",
		"content/_index.md":            "---\ntitle: Home\n---\n",
		"content/w/week1/_index.md":    "---\ntitle: Week 1\n---\n",
		"content/w/week1/_index.vi.md": "---\ntitle: Tuần 1\n---\n",
	})
	o.Layouts = layouts(map[string]string{"section.html": "{{ .Title }}{{ range .Translations }} → {{ .Title }}{{ end }} {{ with .File }}{{ .Path }}{{ end }}"})
	result := mustRender(t, o)
	wantText(t, "English", published(t, o, "w/week1/index.html"), "Week 1 → Tuần 1", "w/week1/_index.md")
	wantText(t, "Vietnamese", published(t, o, "vi/w/week1/index.html"), "Tuần 1 → Week 1", "w/week1/_index.vi.md")
	if want := []Home{{"en", "", ""}, {"vi", "", "vi"}}; !slices.Equal(result.Homes, want) {
		t.Errorf("Homes = %v, want %v", result.Homes, want)
	}
	want := []URL{
		{"content/_index.md", "en", "/", "/"},
		{"content/w/week1/_index.md", "en", "/w/week1/", "/w/week1/"},
		{"content/w/week1/_index.vi.md", "vi", "/vi/w/week1/", "/vi/w/week1/"},
	}
	if !slices.Equal(result.URLs, want) {
		t.Errorf("URLs = %v, want %v", result.URLs, want)
	}
}

func TestLanguagesByFolder(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.yaml": "title: Report\ndefaultContentLanguage: en\ndefaultContentLanguageInSubdir: true\nlanguages:\n" +
			"  en: {contentDir: content/en, weight: 1}\n  vi: {contentDir: content/vi, weight: 2, title: Báo cáo}\n",
		"content/en/w/week1/_index.md": "---\ntitle: Week 1\n---\n![p](p.png)\n",
		"content/en/w/week1/p.png":     "not really a picture",
		"content/vi/w/week1/_index.md": "---\ntitle: Tuần 1\n---\n",
	})
	result := mustRender(t, o)
	wantText(t, "English", published(t, o, "en/w/week1/index.html"), "Week 1", "<i>w/week1/_index.md</i>")
	wantText(t, "Vietnamese", published(t, o, "vi/w/week1/index.html"), "Tuần 1", "<i>w/week1/_index.md</i>")
	published(t, o, "en/w/week1/p.png")
	if want := []Home{{"en", "Report", "en"}, {"vi", "Báo cáo", "vi"}}; !slices.Equal(result.Homes, want) {
		t.Errorf("Homes = %v, want %v", result.Homes, want)
	}
	if len(result.URLs) != 2 || result.URLs[1].Source != "content/vi/w/week1/_index.md" || result.URLs[1].Language != "vi" {
		t.Errorf("URLs = %v", result.URLs)
	}
}

func TestPagesComeFromMemory(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":            "",
		"content/a/_index.md":  "on disk\n",
		"content/a/hidden.MD":  "on disk alone\n",
		"content/a/pic.png":    "picture",
		"content/x.md/y.md":    "a folder called x.md\n",
		"content/x.md/pic.png": "picture",
	})
	o.Pages["content/a/_index.md"] = []byte("in memory\n")
	o.Pages["content/b/_index.md"] = []byte("only in memory\n")
	o.Pages["content/x.md/_index.md"] = []byte("---\ntitle: Folder\n---\n")
	mustRender(t, o)
	wantText(t, "page", published(t, o, "a/index.html"), "in memory")
	wantText(t, "page", published(t, o, "b/index.html"), "only in memory")
	published(t, o, "a/pic.png")
	for _, name := range tree(t, o.Output) {
		if strings.Contains(name, "hidden") {
			t.Errorf("%s comes from a page that is only on disk", name)
		}
	}
}

func TestPagesThatAreNotRendered(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":              "",
		"content/draft.md":       "---\ndraft: true\n---\n",
		"content/future.md":      "---\ndate: 2999-01-01\n---\nfuture\n",
		"content/expired.md":     "---\nexpiryDate: 2001-01-01\n---\nexpired\n",
		"content/w/index.md":     "bundle\n",
		"content/w/day1.md":      "inside\n",
		"content/same.md":        "one\n",
		"content/same/_index.md": "two\n",
		"content/held.md":        "---\ndraft: true\n---\n",
		"content/held/_index.md": "shown\n",
		"content/en.en.md":       "named\n",
		"content/en.md":          "not named\n",
		"content/Case.md":        "upper\n",
		"content/case.md":        "lower\n",
	})
	result := mustRender(t, o)
	published(t, o, "future/index.html")
	published(t, o, "expired/index.html")
	want := `content/case.md: this page is not rendered: content/Case.md has the same address; rename one of them
content/en.md: this page is not rendered: content/en.en.md has the same address; rename one of them
content/same/_index.md: this page is not rendered: content/same.md has the same address; rename one of them
content/w/day1.md: this page is not rendered: it lies beside index.md, which makes the folder one page; rename that to _index.md
`
	if got := lines(result.Messages); got != want {
		t.Errorf("messages:\n%swant:\n%s", got, want)
	}
	wantText(t, "the twin of a draft", published(t, o, "held/index.html"), "shown")
}

func TestOtherFilesInContent(t *testing.T) {
	files := map[string]string{
		"hugo.toml":              "[markup.goldmark.renderer]\nunsafe = true\n",
		"content/_index.md":      "home\n",
		"content/w/_index.md":    "week\n",
		"content/w/report.html":  "---\ntitle: Report\n---\n<p>a page in HTML</p>\n",
		"content/w/notes.adoc":   "= Notes\n",
		"content/w/notes.rst":    "Notes\n",
		"content/w/data.csv":     "a,b\n",
		"content/w/broken.json":  "{",
		"content/secret-link.md": "here\n",
	}
	o := newSite(t, files)
	outside := filepath.Join(t.TempDir(), "outside.txt")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(o.Dir, "content/w/link.txt")); err != nil {
		t.Fatal(err)
	}
	result := mustRender(t, o)
	wantText(t, "HTML page", published(t, o, "w/report/index.html"), "Report", "<p>a page in HTML</p>")
	for _, name := range []string{"w/notes.adoc", "w/notes.rst", "w/data.csv", "w/broken.json"} {
		if got := published(t, o, name); got != files["content/"+name] {
			t.Errorf("%s = %q", name, got)
		}
	}
	if names := tree(t, o.Output); slices.Contains(names, "w/link.txt") {
		t.Error("a symbolic link out of the site was followed")
	}
	if len(result.Messages) > 0 {
		t.Errorf("messages: %s", lines(result.Messages))
	}

	files["hugo.toml"] = ""
	o = newSite(t, files)
	mustRender(t, o)
	wantText(t, "HTML file", published(t, o, "w/report.html"), "<p>a page in HTML</p>")
}

func TestFrontMatterThatHugoRefuses(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":          "",
		"content/good.md":    "good\n",
		"content/date.md":    "---\ntitle: T\ndate: \"`r Sys.Date()`\"\n---\ntext one\n",
		"content/yaml.md":    "---\ntitle: [\n---\ntext two\n",
		"content/open.md":    "---\ntitle: open\n\ntext three\n",
		"content/list.md":    "- text five\n",
		"content/starts.md":  "{{% notice x %}}\ntext six\n{{% /notice %}}\n",
		"content/bom.md":     "\uFEFF+ text seven\n",
		"content/json.md":    "{ \"title\": \n\ntext eight\n",
		"content/outputs.md": "---\noutputs: [JSON, Nonsense]\n---\ntext four\n",
	})
	result := mustRender(t, o)
	for name, text := range map[string]string{"good": "good", "date": "text one", "yaml": "text two", "open": "text three", "outputs": "text four",
		"list": "<li>text five", "starts": "text six", "bom": "<li>text seven", "json": "text eight"} {
		wantText(t, name, published(t, o, name+"/index.html"), text)
	}
	wantText(t, "messages", lines(result.Messages),
		"content/yaml.md:2:8: ", "content/date.md: ", "content/open.md:1:1: the front matter has no end", "content/outputs.md:")
}
