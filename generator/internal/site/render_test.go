package site

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
)

func TestNothingIsWrittenIntoTheSite(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":                 "publishDir = 'docs'\nresourceDir = 'res'\n[build.buildStats]\nenable = true\n",
		"layouts/shortcodes/a.html": `{{ (resources.FromString "x.css" "a { b: c }" | minify | fingerprint).RelPermalink }}`,
		"static/robots.txt":         "x",
		"content/_index.md":         "{{< a >}}\n",
	})
	o.Static = fstest.MapFS{"css/w.css": &fstest.MapFile{Data: []byte("body { color: red }")}}
	o.Layouts = layouts(map[string]string{"home.html": `{{ (resources.Get "css/w.css" | fingerprint).RelPermalink }} {{ .Content }}`})
	before := tree(t, o.Dir)
	result := mustRender(t, o)
	if after := tree(t, o.Dir); !slices.Equal(before, after) {
		t.Errorf("the site holds %q, held %q", after, before)
	}
	wantText(t, "home", published(t, o, "index.html"), "/css/w.", ".css", "/x.min.")
	for _, name := range tree(t, o.Output) {
		if strings.Contains(name, "overlay") || name == "robots.txt" {
			t.Errorf("%s was rendered", name)
		}
	}
	if want := []string{filepath.Join(o.Dir, "static")}; !slices.Equal(result.StaticDirs, want) {
		t.Errorf("StaticDirs = %q, want %q", result.StaticDirs, want)
	}
}

func TestRenderTwiceAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 4 {
		o := newSite(t, map[string]string{
			"hugo.toml":         fmt.Sprintf("title = 'Site %d'\n", i),
			"content/_index.md": "home\n",
			"content/a.md":      fmt.Sprintf("---\ntitle: A\n---\n{{< unknown%d >}}\n", i),
		})
		o.Layouts = layouts(map[string]string{"home.html": "{{ site.Title }}"})
		wg.Go(func() {
			result, err := Render(context.Background(), o)
			if err != nil {
				t.Errorf("site %d: %v", i, err)
				return
			}
			home, err := os.ReadFile(filepath.Join(o.Output, "index.html"))
			if want := fmt.Sprintf("Site %d", i); err != nil || string(home) != want {
				t.Errorf("home = %q, %v, want %q", home, err, want)
			}
			if got := lines(result.Messages); strings.Count(got, "\n") != 1 || !strings.Contains(got, fmt.Sprintf("unknown%d", i)) {
				t.Errorf("site %d got the messages of another:\n%s", i, got)
			}
		})
	}
	wg.Wait()
}

func TestRenderGivesTheSameBytes(t *testing.T) {
	files := map[string]string{"hugo.toml": "[frontmatter]\nlastmod = [':fileModTime']\n[languages.en]\n[languages.vi]\n", "content/_index.md": "home\n"}
	for i := range 20 {
		files[fmt.Sprintf("content/w/week%d/_index.md", i)] = fmt.Sprintf("---\ntitle: Week %d\ntags: [a, b]\n---\n{{%% notice x %%}}\n{{< u%d >}}\n", i, i)
	}
	o := newSite(t, files)
	o.Layouts = layouts(map[string]string{"section.html": "{{ .Lastmod.Unix }}{{ range .Pages }}{{ .RelPermalink }}{{ end }}{{ .Content }}"})
	first := mustRender(t, o)
	p := o
	p.Output += "-again"
	second := mustRender(t, p)
	if !slices.Equal(first.URLs, second.URLs) || !slices.Equal(first.Messages, second.Messages) || first.Pages != second.Pages {
		t.Errorf("results differ:\n%+v\n%+v", first, second)
	}
	names := tree(t, o.Output)
	if !slices.Equal(names, tree(t, p.Output)) {
		t.Fatalf("%q\n%q", names, tree(t, p.Output))
	}
	for _, name := range names {
		if a, b := published(t, o, name), published(t, p, name); a != b {
			t.Errorf("%s differs:\n%s\n%s", name, a, b)
		}
	}
}

func TestOutputMustBeEmpty(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": ""})
	if err := os.MkdirAll(filepath.Join(o.Output, "mine"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Render(context.Background(), o); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("error = %v", err)
	}
}

func TestRenderStopsWithItsContext(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": "", "content/a.md": "a\n"})
	ctx, cancel := context.WithCancel(context.Background())
	o.Layouts = layouts(map[string]string{"home.html": "{{ hugo.Data.stop.Now }}"})
	o.Data = map[string]any{"stop": stopper{cancel}}
	if _, err := Render(ctx, o); err != context.Canceled {
		t.Errorf("error = %v, want context.Canceled", err)
	}
}

type stopper struct{ stop func() }

// Now ends the context in the middle of a render.
func (s stopper) Now() string { s.stop(); return "" }

func TestUnwritableOutput(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": "", "content/a.md": "a\n"})
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	o.Output = filepath.Join(file, "public")
	_, err := Render(context.Background(), o)
	var refused *Error
	if !errors.Is(err, syscall.ENOTDIR) || errors.As(err, &refused) {
		t.Errorf("error = %v, want one of the file system", err)
	}
}
