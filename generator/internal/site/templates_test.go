package site

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTemplatesOfTheSite(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":                              "theme = 'learn'\n[params]\nmotto = 'Onwards'\n",
		"layouts/shortcodes/img.html":            `<img alt="{{ .Get "alt" }}">{{ partial "credit.html" . }}{{ i18n "credit" }}/{{ i18n "ours" }}/{{ hugo.Data.people.boss }}`,
		"layouts/partials/credit.html":           `<small>by them</small>`,
		"layouts/shortcodes/Notice.html":         `their notice {{ .Inner }}`,
		"layouts/_partials/foot.html":            `their foot`,
		"layouts/shortcodes/ghcontributors.html": "<div>\n{{ $x := getJSON \"https://example.org\" }}\n</div>",
		"layouts/shortcodes/fails.html":          "{{ .Inner }}\n{{ .Page.Nonsense }}",
		"layouts/shortcodes/remote.html":         `{{ with resources.GetRemote "https://example.org/x.json" }}{{ .Content }}{{ end }}`,
		"layouts/shortcodes/viapartial.html":     `{{ partial "bad.html" . }}`,
		"layouts/partials/bad.html":              `{{ .Nonsense }}`,
		"layouts/shortcodes/shout.html":          `{{ errorf "shout: no argument on %s" .Position }}shouted`,
		"layouts/_default/baseof.html":           `their base`,
		"layouts/index.html":                     `their home`,
		"themes/learn/layouts/index.html":        `theme's home`,
		"i18n/en.toml":                           "[credit]\nother = 'credited'\n[ours]\nother = 'theirs'\n",
		"data/people.toml":                       "boss = 'Ada'\n",
		"content/_index.md":                      "{{< img alt=\"a\" >}}\n{{% notice info %}}note{{% /notice %}}\n",
		"content/a.md":                           "---\ntitle: A\n---\n\nx {{< ghcontributors \"org\" >}} y\n",
		"content/b.md":                           "---\ntitle: B\n---\n{{% fails %}}kept *inside*{{% /fails %}}\n",
		"content/c.md":                           "---\ntitle: C\n---\n{{< remote >}} {{< viapartial >}} rest\n",
		"content/d.md":                           "---\ntitle: D\n---\n{{< shout >}}\n",
	})
	o.Layouts = layouts(map[string]string{
		"_partials/foot.html": "our foot",
		"home.html":           `our home {{ .Content }}{{ partial "foot.html" . }}`,
		"i18n/en.toml":        "[ours]\nother = 'ours'\n",
	})
	result := mustRender(t, o)
	wantText(t, "home", published(t, o, "index.html"), "our home", `<img alt="a"><small>by them</small>credited/ours/Ada`,
		`<aside class="info">note</aside>`, "our foot")
	wantText(t, "A", published(t, o, "a/index.html"), `x {{&lt; ghcontributors &ldquo;org&rdquo; &gt;}} y`)
	wantText(t, "B", published(t, o, "b/index.html"), "<p>kept <em>inside</em></p>")
	wantText(t, "C", published(t, o, "c/index.html"), "{{&lt; remote &gt;}} {{&lt; viapartial &gt;}} rest")
	wantText(t, "D", published(t, o, "d/index.html"), "shouted")
	wantText(t, "messages", lines(result.Messages),
		"layouts/shortcodes/ghcontributors.html:2:1: this template is set aside",
		"layouts/shortcodes/fails.html:2:", "layouts/shortcodes/remote.html:1:", "layouts/partials/bad.html:1:",
		`content/d.md:4:1: shout: no argument on "content/d.md:4:1"`, `0.165.0: function "getJSON" not defined`,
	)
	if got := lines(result.Messages); strings.Contains(got, "no shortcode") {
		t.Errorf("what is set aside is told twice:\n%s", got)
	}
	if got := lines(result.Messages); strings.Contains(got, o.Dir) || strings.Contains(got, o.Output) {
		t.Errorf("messages name absolute paths:\n%s", got)
	}
}

func TestManyBrokenTemplates(t *testing.T) {
	files := map[string]string{"hugo.toml": "", "content/_index.md": "home\n"}
	for i := range manyTemplates + 10 {
		files[fmt.Sprintf("layouts/partials/p%d.html", i)] = "{{ nonsense }}"
	}
	o := newSite(t, files)
	messages := mustRender(t, o).Messages
	if len(messages) != manyTemplates+1 {
		t.Errorf("%d messages, want one for each of %d templates and one for the rest", len(messages), manyTemplates)
	}
	wantText(t, "messages", lines(messages), "layouts: the other 10 templates here are set aside too")
	published(t, o, "index.html")
}

func TestBrokenDataAndTranslations(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":         "",
		"data/bad.yaml":     "a: [\n",
		"data/good.yaml":    "a: fine\n",
		"i18n/en.toml":      "[x\n",
		"content/_index.md": "home\n",
	})
	o.Layouts = layouts(map[string]string{"home.html": "{{ hugo.Data.good.a }}|{{ hugo.Data.worklog.Name }}"})
	o.Data = map[string]any{"worklog": struct{ Name string }{"ours"}}
	result := mustRender(t, o)
	wantText(t, "home", published(t, o, "index.html"), "fine|ours")
	wantText(t, "messages", lines(result.Messages), "data/bad.yaml:", "i18n/en.toml:")
}

func TestFaultInOurOwnTemplate(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": "", "content/a.md": "text\n"})
	o.Layouts = layouts(map[string]string{"page.html": "{{ .Title }}\n{{ .Nonsense }}"})
	_, err := Render(context.Background(), o)
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error = %v, want an *Error", err)
	}
	wantText(t, "error", err.Error(), "layouts/page.html:2:", "in the generator's own template", "Nonsense")
	if strings.Contains(err.Error(), o.Output) {
		t.Errorf("error names the overlay: %v", err)
	}
	if len(tree(t, o.Output)) > 0 {
		t.Errorf("a failed render leaves %q", tree(t, o.Output))
	}
}

func TestOurShortcodeFailsOnOnePage(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":    "",
		"content/a.md": "---\ntitle: A\n---\nä {{< notice ok >}}fine{{< /notice >}} {{< strict >}} end\n",
	})
	o.Layouts = layouts(map[string]string{"_shortcodes/strict.html": `{{ .Page.Nonsense }}`})
	result := mustRender(t, o)
	wantText(t, "page", published(t, o, "a/index.html"), `<aside class="ok">fine</aside> {{&lt; strict &gt;}} end`)
	wantText(t, "messages", lines(result.Messages), "content/a.md:4:40: ")
}

func TestReferencesThatLeadNowhere(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":    "",
		"content/a.md": "---\ntitle: A\n---\n\nthe [page]({{< ref \"/nowhere\" >}}) and [page]({{< ref \"/nowhere\" >}})\n",
	})
	result := mustRender(t, o)
	published(t, o, "a/index.html")
	wantText(t, "messages", lines(result.Messages), "content/a.md:5:", "/nowhere")
}

// Hugo waits for ever once ten pages have failed: their faults must not reach it.
func TestTemplateThatFailsOnManyPages(t *testing.T) {
	for _, pages := range []int{3, 400} {
		files := map[string]string{"hugo.toml": "", "layouts/shortcodes/bad.html": "{{ .Nonsense }}"}
		for i := range pages {
			files[fmt.Sprintf("content/p%d.md", i)] = "text {{< bad >}} {{< notice ok >}}fine{{< /notice >}}\n"
		}
		o := newSite(t, files)
		result := mustRender(t, o)
		for i := range pages {
			wantText(t, "page", published(t, o, fmt.Sprintf("p%d/index.html", i)), `text {{&lt; bad &gt;}} <aside class="ok">fine</aside>`)
		}
		if len(result.Messages) != 1 {
			t.Errorf("%d pages: the messages are\n%s", pages, lines(result.Messages))
		}
	}
}

func TestLayoutThatFailsOnManyPages(t *testing.T) {
	files := map[string]string{"hugo.toml": ""}
	for i := range 400 {
		files[fmt.Sprintf("content/p%d.md", i)] = "text\n"
	}
	o := newSite(t, files)
	o.Layouts = layouts(map[string]string{"page.html": "{{ .Title }}\n{{ .Nonsense }}"})
	_, err := Render(context.Background(), o)
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error = %v, want an *Error", err)
	}
}
