package site

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// layouts are as small as layouts can be; each test adds what it is about.
func layouts(extra map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"all.html":                   `{{ with (try .Content).Err }}{{ hugo.Data.failures.Add . }}{{ else }}<title>{{ .Title }}</title>{{ with .File }}<i>{{ .Path }}</i>{{ end }}{{ .Content }}{{ end }}`,
		"404.html":                   `not here`,
		"_shortcodes/notice.html":    `{{ $_hugo_config := "{ \"version\": 1 }" }}<aside class="{{ .Get 0 }}">{{ .Inner }}</aside>`,
		"_shortcodes/siteparam.html": `{{ site.Param (.Get 0) }}`,
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range extra {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// newSite writes the files of a site to disk and gives the options that render it.
func newSite(t *testing.T, files map[string]string) Options {
	t.Helper()
	dir := t.TempDir()
	o := Options{
		Dir:     dir,
		Layouts: layouts(nil),
		Pages:   map[string][]byte{},
		Output:  filepath.Join(t.TempDir(), "public"),
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "content") && strings.HasSuffix(name, ".md") {
			o.Pages[name] = []byte(text)
		}
	}
	return o
}

func mustRender(t *testing.T, o Options) *Result {
	t.Helper()
	result, err := Render(context.Background(), o)
	if err != nil {
		t.Fatalf("Render: %v", err)
	}
	return result
}

// published reads a rendered file; a missing one fails the test with the list of what is there.
func published(t *testing.T, o Options, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(o.Output, filepath.FromSlash(name)))
	if err != nil {
		t.Fatalf("%s was not rendered; these were: %q", name, tree(t, o.Output))
	}
	return string(data)
}

func tree(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// lines gives the messages as text.
func lines(ms []Message) string {
	var b strings.Builder
	for _, m := range ms {
		b.WriteString(m.String() + "\n")
	}
	return b.String()
}

func wantText(t *testing.T, what, got string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("%s lacks %q:\n%s", what, part, got)
		}
	}
}

func TestConfigurationForms(t *testing.T) {
	toml := "title = 'My report'\nbaseURL = 'https://example.org/report/'\ntheme = 'gone'\n"
	forms := map[string]map[string]string{
		"hugo.toml":                   {"hugo.toml": toml},
		"config.toml":                 {"config.toml": toml},
		"hugo.yaml":                   {"hugo.yaml": "title: My report\nbaseURL: https://example.org/report/\ntheme: gone\n"},
		"config.json":                 {"config.json": `{"title": "My report", "baseurl": "https://example.org/report/", "theme": "gone"}`},
		"byte order mark":             {"hugo.toml": "\uFEFF" + toml},
		"byte order mark in JSON":     {"hugo.json": "\uFEFF" + `{"title": "My report", "baseurl": "https://example.org/report/", "theme": "gone"}`},
		"byte order mark in a folder": {"config/_default/hugo.yaml": "\uFEFFtitle: My report\nbaseURL: https://example.org/report/\ntheme: gone\n"},
		"folder": {
			"config/_default/hugo.toml":   "title = 'Not this'\ntheme = 'gone'\n",
			"config/_default/params.toml": "motto = 'Onwards'\n",
			"config/production/hugo.toml": toml,
		},
	}
	for name, files := range forms {
		t.Run(name, func(t *testing.T) {
			files["content/_index.md"] = "---\ntitle: Home\n---\nHello {{< siteparam motto >}}\n"
			o := newSite(t, files)
			o.Layouts = layouts(map[string]string{"home.html": `{{ site.Title }}|{{ .Permalink }}|{{ .Content }}`})
			result := mustRender(t, o)
			got := published(t, o, "index.html")
			wantText(t, "home", got, "My report|https://example.org/report/|")
			if name == "folder" {
				wantText(t, "home", got, "Hello Onwards")
			}
			if len(result.Messages) > 0 {
				t.Errorf("messages: %s", lines(result.Messages))
			}
			want := URL{"content/_index.md", "en", "https://example.org/report/", "/report/"}
			if len(result.URLs) != 1 || result.URLs[0] != want {
				t.Errorf("URLs = %v, want %v", result.URLs, want)
			}
		})
	}
}
