package site

import "testing"

func TestWordsOfOtherLanguages(t *testing.T) {
	o := newSite(t, map[string]string{
		"hugo.toml":            "defaultContentLanguage = 'ar'\n[languages.ar]\n[languages.vi-VN]\n[languages.vi]\n[languages.fr]\n[languages.en]\n",
		"i18n/fr.toml":         "[weeks]\nother = 'Semaines'\n",
		"content/_index.md":    "",
		"content/_index.vi.md": "",
	})
	o.Layouts = layouts(map[string]string{
		"home.html":    `{{ T "weeks" }}, {{ T "next" }}, {{ T "tasks" 0 }}, {{ T "tasks" 1 }}, {{ T "tasks" 2 }}, {{ T "tasks" 5 }}`,
		"i18n/en.toml": "weeks = 'Weeks'\nnext = 'Next'\n[tasks]\none = '{{ .Count }} task'\nother = '{{ .Count }} tasks'\n",
		"i18n/vi.toml": "weeks = 'Tuần'\nnext = 'Sau'\n[tasks]\nother = '{{ .Count }} việc'\n",
	})
	mustRender(t, o)
	for page, want := range map[string]string{
		"index.html":       "Weeks, Next, 0 tasks, 1 task, 2 tasks, 5 tasks",
		"en/index.html":    "Weeks, Next, 0 tasks, 1 task, 2 tasks, 5 tasks",
		"vi/index.html":    "Tuần, Sau, 0 việc, 1 việc, 2 việc, 5 việc",
		"vi-vn/index.html": "Tuần, Sau, 0 việc, 1 việc, 2 việc, 5 việc",
		"fr/index.html":    "Semaines, Next, 0 task, 1 task, 2 tasks, 5 tasks", // French counts nothing as one
	} {
		if got := published(t, o, page); got != want {
			t.Errorf("%s = %q, want %q", page, got, want)
		}
	}
}
