package site

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestSettingsThatRealSitesHave(t *testing.T) {
	o := newSite(t, map[string]string{
		"config.toml": `baseURL = "https://example.org/report/"
relativeURLs = true
canonifyURLs = true
enableGitInfo = true
theme = ["hugo-theme-learn"]
paginate = 5
googleAnalytics = "UA-1"
languageCode = "en-us"
disableKinds = ["RSS", "section"]
[author]
name = "A"
[outputs]
home = ["HTML", "RSS", "JSON"]
page = ["HTML", "PRINT"]
[module]
[[module.imports]]
path = "github.com/example/theme"
[frontmatter]
lastmod = [":git", ":fileModTime", "lastmod"]
[Languages.en]
title = "Report"
weight = 1
languageName = "English"
[[Languages.en.menu.shortcuts]]
name = "<i class='fab'></i> Group"
url = "https://example.com/"
weight = 20
[Languages.vi]
title = "Báo cáo"
weight = 2
languageName = "Tiếng Việt"
`,
		"content/_index.md":                        "---\ntitle: Home\n---\n",
		"content/1-Worklog/1.8-Week8/_index.md":    "---\ntitle: Week 8\ndate: 2099-01-01\n---\n<b>raw</b>\n",
		"content/1-Worklog/1.8-Week8/_index.vi.md": "---\ntitle: Tuần 8\n---\n",
	})
	o.Layouts = layouts(map[string]string{
		"home.html": `{{ site.Title }}|{{ site.Language.Label }}|{{ range site.Menus.shortcuts }}{{ .Name }}{{ end }}|` +
			`<a href="{{ (site.GetPage "/1-Worklog/1.8-Week8").RelPermalink }}"><img src="/images/x.png">`,
	})
	result := mustRender(t, o)
	wantText(t, "home", published(t, o, "index.html"), "Report|English|&lt;i class=&#39;fab&#39;&gt;&lt;/i&gt; Group|",
		`href="/report/1-worklog/1.8-week8/"`, `src="/images/x.png"`)
	wantText(t, "home in Vietnamese", published(t, o, "vi/index.html"), "Báo cáo|Tiếng Việt")
	week := published(t, o, "1-worklog/1.8-week8/index.html")
	wantText(t, "week", week, "Week 8", "<i>1-Worklog/1.8-Week8/_index.md</i>", "<!-- raw HTML omitted -->")
	got := lines(result.Messages)
	wantText(t, "messages", got, "content/1-Worklog/1.8-Week8/_index.md: Raw HTML omitted")
	if strings.Count(got, "\n") != 2 || !strings.Contains(got, `config.toml: disableKinds = "section" is set aside`) {
		t.Errorf("messages:\n%s", got)
	}
}

func TestSettingsThatHugoRefuses(t *testing.T) {
	tests := []struct{ name, config, setting string }{
		{"time zone", "timeZone = 'Hanoi'", "timezone"},
		{"base URL", "baseURL = 'https://exa mple.org:port/'", "baseurl"},
		{"unknown default language", "defaultContentLanguage = 'fr'\n[languages.vi]\nweight = 1\n[languages.en]\nweight = 2", "defaultcontentlanguage"},
		{"a single bad value in a table", "[markup.goldmark.renderer]\nunsafe = true\n[markup.tableOfContents]\nstartLevel = 'two'", "markup.tableofcontents.startlevel"},
		{"bad pattern", "ignoreFiles = ['[']", "ignorefiles"},
		{"language that is no table", "languages = { en = 'English' }", "languages.en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := newSite(t, map[string]string{
				"hugo.toml":         "title = 'Kept'\n" + tt.config + "\n",
				"content/_index.md": "Hello\n",
			})
			o.Layouts = layouts(map[string]string{"home.html": "{{ site.Title }}"})
			result := mustRender(t, o)
			wantText(t, "home", published(t, o, "index.html"), "Kept")
			if len(result.Messages) != 1 || result.Messages[0].SetAside != tt.setting || result.Messages[0].File != "hugo.toml" {
				t.Errorf("messages = %+v, want one that sets %s aside", result.Messages, tt.setting)
			}
		})
	}
}

func TestUnreadableConfiguration(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": "title = 'x'\nbaseURL = \n", "content/_index.md": "Hello\n"})
	_, err := Render(context.Background(), o)
	var e *Error
	if !errors.As(err, &e) || e.Messages[0].File != "hugo.toml" || e.Messages[0].Line != 2 {
		t.Fatalf("error = %#v, want one at hugo.toml:2", err)
	}
	if strings.Contains(err.Error(), o.Dir) {
		t.Errorf("error names the absolute path: %v", err)
	}
}

func TestEnvironmentIsNotRead(t *testing.T) {
	t.Setenv("HUGO_TITLE", "From outside")
	t.Setenv("HUGO_PARAMS_MOTTO", "From outside")
	o := newSite(t, map[string]string{"hugo.toml": "title = 'Mine'\n", "content/_index.md": "Hello\n"})
	o.Layouts = layouts(map[string]string{"home.html": "{{ site.Title }}|{{ site.Params.motto }}|"})
	mustRender(t, o)
	wantText(t, "home", published(t, o, "index.html"), "Mine||")
}

func TestBaseURLOfTheCaller(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":         "baseURL = 'https://example.org/report/'\n[languages.en]\nbaseURL = 'https://en.example.org/'\n[languages.vi]\n",
		"content/_index.md": "Hello\n",
	})
	o.BaseURL = "http://localhost:1313/here/"
	result := mustRender(t, o)
	if got := result.URLs[0].Permalink; got != "http://localhost:1313/here/" {
		t.Errorf("Permalink = %s", got)
	}
	wantText(t, "messages", lines(result.Messages), "a language's own baseURL is set aside")
}

func TestKindsWithoutTemplate(t *testing.T) {
	o := newSite(t, map[string]string{"hugo.toml": "", "content/a.md": "---\ntags: [x]\n---\n", "content/_index.md": ""})
	o.Layouts = layouts(nil)
	if mustRender(t, o); !strings.Contains(strings.Join(tree(t, o.Output), " "), "tags/x/index.html") {
		t.Errorf("all.html serves taxonomies too, but these were rendered: %q", tree(t, o.Output))
	}
	o = newSite(t, map[string]string{"hugo.toml": "", "content/a.md": "---\ntags: [x]\n---\n", "content/_index.md": ""})
	o.Layouts = only("home.html", "page.html", "404.html")
	if got := lines(mustRender(t, o).Messages); got != "" {
		t.Errorf("messages: %s", got)
	}
}
