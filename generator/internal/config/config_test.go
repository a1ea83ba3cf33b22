package config

import (
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"worklog/generator/internal/diag"
)

// site makes a file system of files given as name, content, name, content.
func site(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func load(t *testing.T, files ...string) *Config {
	t.Helper()
	c, err := Load(site(files...), ".")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLoadReadsEveryFormatAlike(t *testing.T) {
	formats := map[string]string{
		"hugo.toml": `
baseurl = "https://example.com/report"
TITLE = "Report"
timeZone = "UTC"
[Languages.en]
title = "Internship"
weight = 1
[Languages.vi]
weight = 2
contentDir = "content/vi/"
[params.worklog]
dateOrder = "MDY"
rules = { Week-Gap = "off", "url-repeated" = true }
`,
		"config.yaml": `
baseURL: https://example.com/report
title: Report
timeZone: UTC
languages:
  vi:
    weight: 2
    contentDir: content/vi/
  en:
    title: Internship
    weight: 1
Params:
  Worklog:
    dateorder: mm/dd/yyyy
    rules:
      week-gap: off
      url-repeated: true
`,
		"config.json": `{"baseURL": "https://example.com/report", "title": "Report", "timeZone": "UTC",
"languages": {"en": {"title": "Internship", "weight": 1}, "vi": {"weight": 2, "contentDir": "content/vi/"}},
"params": {"worklog": {"dateOrder": "month-day", "rules": {"week-gap": false, "url-repeated": true}}}}`,
	}
	for name, text := range formats {
		for _, bom := range []string{"", "\uFEFF"} {
			c := load(t, name, bom+text)
			if c.Title != "Report" || c.BaseURL != "https://example.com/report" || c.BasePath != "/report/" {
				t.Errorf("%s: title %q, base URL %q, base path %q", name, c.Title, c.BaseURL, c.BasePath)
			}
			want := []Language{
				{Code: "en", Title: "Internship", Weight: 1, ContentDir: "content", DateOrder: MonthDay},
				{Code: "vi", Title: "Report", Weight: 2, ContentDir: "content/vi", DateOrder: MonthDay},
			}
			if !reflect.DeepEqual(c.Languages, want) {
				t.Errorf("%s: languages %+v, want %+v", name, c.Languages, want)
			}
			if len(c.Files) != 1 || c.Files[0].Path != name {
				t.Errorf("%s: files %v", name, c.Files)
			}
			if len(c.Rules) != 2 {
				t.Fatalf("%s: rules %+v", name, c.Rules)
			}
			if r := c.Rules[0]; r.Name != "url-repeated" || !r.Default || r.Place.File.Text(r.Place.Value) != "true" {
				t.Errorf("%s: first rule %+v, at %q", name, r, r.Place.File.Text(r.Place.Value))
			}
			r := c.Rules[1]
			if r.Name != "week-gap" || r.Default || r.Severity != diag.Off {
				t.Errorf("%s: second rule %+v", name, r)
			}
			if key := r.Place.File.Text(r.Place.Key); !strings.EqualFold(strings.Trim(key, `"`), "week-gap") {
				t.Errorf("%s: the key of the second rule stands at %q", name, key)
			}
		}
	}
}

func TestWithout(t *testing.T) {
	if got := load(t, "hugo.toml", "title = 'x'").Without; got != nil {
		t.Errorf("nothing left out gives %v", got)
	}
	got := load(t, "hugo.toml", "[params.worklog]\nWithout = ['topics', 'report']").Without
	if !slices.Equal(got, []string{"topics", "report"}) {
		t.Errorf("got %v", got)
	}
}

func TestLoadMergesFilesInHugosOrder(t *testing.T) {
	c := load(t,
		"hugo.toml", "title = 'root'\nbaseURL = 'https://example.com/'",
		"hugo.yaml", "title: never read",
		"config.toml", "title = 'never read'",
		"config/_default/hugo.toml", "title = 'default'\n[params.worklog]\ndateOrder = 'dmy'",
		"config/_default/languages.toml", "[en]\nweight = 2\n[vi]\nweight = 1\ntitle = 'Báo cáo'",
		"config/_default/params.toml", "[params.worklog.rules]\nweek-gap = 'error'",
		"config/_default/params.en.toml", "[worklog]\ndateOrder = 'mdy'",
		"config/_default/more/languages.en.yaml", "title: Report",
		"config/_default/notes.txt", "not a configuration",
		"config/development/hugo.toml", "title = 'never read'",
		"config/production/config.json", `{"title": "production"}`,
	)
	if c.Title != "production" || c.BaseURL != "https://example.com/" {
		t.Errorf("title %q, base URL %q", c.Title, c.BaseURL)
	}
	want := []Language{
		{Code: "vi", Title: "Báo cáo", Weight: 1, ContentDir: "content", DateOrder: DayMonth},
		{Code: "en", Title: "Report", Weight: 2, ContentDir: "content", DateOrder: MonthDay},
	}
	if !reflect.DeepEqual(c.Languages, want) {
		t.Errorf("languages %+v, want %+v", c.Languages, want)
	}
	if len(c.Files) != 7 || len(c.Rules) != 1 || c.Rules[0].Severity != diag.Error ||
		c.Rules[0].Place.File.Path != "config/_default/params.toml" {
		t.Errorf("%d files, rules %+v", len(c.Files), c.Rules)
	}
}

func TestLanguages(t *testing.T) {
	tests := []struct{ name, text, codes, defaults, contentDir, static string }{
		{"none", "", "en", "en", "content", "static"},
		{"none but a default", "defaultContentLanguage = 'VI'", "vi", "vi", "content", "static"},
		{"weights, then none, then by code", "[languages.en]\n[languages.de]\n[languages.vi]\nweight = 5\n[languages.fr]\nweight = 3",
			"fr vi de en", "en", "content", "static"},
		{"no English", "[languages.vi]\nweight = 2\n[languages.fr]\nweight = 3", "vi fr", "vi", "content", "static"},
		{"English disabled", "disableLanguages = ['EN']\n[languages.en]\n[languages.vi]", "en! vi", "vi", "content", "static"},
		{"disabled by itself", "[languages.en]\n[languages.vi]\ndisabled = true", "en vi!", "en", "content", "static"},
		{"folders", "contentDir = 'docs\\pages'\nstaticDir = ['a', 'b']\nstaticDir1 = 'c/'\n[languages.en]\n[languages.vi]\ncontentDir = 'vi'\nstaticDir = 'd'",
			"en vi", "en", "docs/pages", "a b c d"},
		{"the default language's folder", "defaultContentLanguage = 'vi'\n[languages.en]\n[languages.vi]\ncontentDir = './vi/'",
			"en vi", "vi", "vi", "static"},
	}
	for _, tt := range tests {
		c := load(t, "hugo.toml", tt.text)
		var codes []string
		for _, l := range c.Languages {
			if l.Disabled {
				l.Code += "!"
			}
			codes = append(codes, l.Code)
		}
		if got := strings.Join(codes, " "); got != tt.codes {
			t.Errorf("%s: languages %q, want %q", tt.name, got, tt.codes)
		}
		if c.DefaultLanguage != tt.defaults || c.ContentDir != tt.contentDir {
			t.Errorf("%s: default %q in %q, want %q in %q", tt.name, c.DefaultLanguage, c.ContentDir, tt.defaults, tt.contentDir)
		}
		if got := strings.Join(c.StaticDirs, " "); got != tt.static {
			t.Errorf("%s: static folders %q, want %q", tt.name, got, tt.static)
		}
	}
}

func TestBasePath(t *testing.T) {
	tests := []struct{ baseURL, want string }{
		{"", "/"}, {"/", "/"}, {"https://example.com", "/"}, {"https://example.com/", "/"},
		{"https://example.com/a/b", "/a/b/"}, {"https://example.com/a%20b/", "/a b/"}, {"report/", "/report/"},
	}
	for _, tt := range tests {
		if got := load(t, "hugo.toml", "baseURL = '"+tt.baseURL+"'").BasePath; got != tt.want {
			t.Errorf("base path of %q is %q, want %q", tt.baseURL, got, tt.want)
		}
	}
}

func TestLoadNamesFaultAndPlace(t *testing.T) {
	tests := []struct {
		name, file, text, want string
	}{
		{"unreadable TOML", "hugo.toml", "title = 'x'\n\nbaseURL = https://example.com\n", "hugo.toml:3:11: unreadable configuration: "},
		{"unreadable TOML after a byte order mark", "hugo.toml", "\uFEFFtitle = x", "hugo.toml:1:9: unreadable configuration: "},
		{"unreadable YAML", "hugo.yaml", "title: x\nparams: [\n", "hugo.yaml:2:9: unreadable configuration: "},
		{"unreadable JSON", "hugo.json", "{\n \"title\": x}", "hugo.json:2:11: unreadable configuration: "},
		{"a list", "hugo.json", "[]", "hugo.json:1:1: unreadable configuration: a configuration is an object, but here is: array"},
		{"base URL", "hugo.toml", "title = 'x'\nbaseURL = 'http://[x'", "hugo.toml:2:11: unreadable baseURL \"http://[x\": write it as https://example.com/"},
		{"time zone", "hugo.toml", "timeZone = 'Asia/Nowhere'", `hugo.toml:1:12: unknown timeZone "Asia/Nowhere"`},
		{"setting", "hugo.toml", "[params.worklog]\n  dateOdrer = 'dmy'", `hugo.toml:2:3: unknown setting "dateodrer" in [params.worklog]: did you mean "dateOrder"?`},
		{"setting like no other", "hugo.yaml", "params:\n  worklog:\n    colour: red", `hugo.yaml:3:5: unknown setting "colour" in [params.worklog]: it takes dateOrder and repository and rules and without`},
		{"no table", "hugo.toml", "[params]\nworklog = 'yes'", "hugo.toml:2:11: worklog is not a table: write [params.worklog]"},
		{"rules no table", "hugo.toml", "[params.worklog]\nrules = 'yes'", "hugo.toml:2:9: rules is not a table: write [params.worklog.rules]"},
		{"repository", "hugo.toml", "[params.worklog]\nrepository = 'ada/report'", "hugo.toml:2:14: repository is no web address: write the repository's page, such as \"https://github.com/NAME/REPOSITORY\""},
		{"part left out", "hugo.toml", "[params.worklog]\nwithout = ['topics', 'serach']", `hugo.toml:2:1: without names "serach", which is no generated part: did you mean "search"?`},
		{"part like no other", "hugo.yaml", "params:\n  worklog:\n    without: [mail]", `hugo.yaml:3:5: without names "mail", which is no generated part: write a list of report, references, topics, search, `},
		{"parts no list", "hugo.toml", "[params.worklog]\nwithout = 'topics'", "hugo.toml:2:11: without is no list: write a list of report, references, "},
		{"date order", "hugo.toml", "params.worklog.dateOrder = 'ymd'", `hugo.toml:1:28: unknown dateOrder "ymd": use "dmy" (31/12) or "mdy" (12/31)`},
		{"severity", "hugo.json", `{"params": {"worklog": {"rules": {"week-gap": "warnin"}}}}`, `hugo.json:1:47: unknown severity "warnin" of rule week-gap: did you mean "warning"?`},
		{"severity like no other", "hugo.toml", "[params.worklog.rules]\nweek-gap = 3", `hugo.toml:2:12: unknown severity "3" of rule week-gap: use off, info, warning or error`},
		{"rules of a language", "hugo.toml", "[languages.vi.params.worklog.rules]\nx = 'off'", "hugo.toml:1:30: rules cannot differ between languages: move them to [params.worklog.rules]"},
		{"default language", "hugo.toml", "defaultContentLanguage = 'em'\n[languages.en]\n[languages.vi]", `hugo.toml:1:26: defaultContentLanguage "em" is not among the languages: did you mean "en"?`},
		{"default language disabled", "hugo.toml", "defaultContentLanguage = 'en'\ndisableLanguages = ['en']\n[languages.en]\n[languages.vi]", `hugo.toml:1:26: the default language "en" is disabled`},
		{"all disabled", "hugo.toml", "[languages.en]\ndisabled = true", "hugo.toml:1:12: all languages are disabled"},
	}
	for _, tt := range tests {
		_, err := Load(site(tt.file, tt.text), ".")
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v\nwant prefix %s", tt.name, err, tt.want)
		}
		if e := new(Error); !errors.As(err, &e) {
			t.Errorf("%s: error is a %T", tt.name, err)
		}
	}
}

func TestLoadReportsEveryFault(t *testing.T) {
	_, err := Load(site("hugo.toml", "timeZone = 'x/y'\n[params.worklog]\ncolour = 1\nrules = { a = 'b', c = 'd' }"), ".")
	if err == nil || len(strings.Split(err.Error(), "\n")) != 4 {
		t.Errorf("want 4 lines, have %v", err)
	}
}

func TestLoadWithoutConfiguration(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		want  string
	}{
		{"nothing", []string{"README.md", ""}, "no configuration in sites: a site has hugo.toml, config.toml"},
		{"one below", []string{"report/config.toml", "", "report/content/_index.md", ""},
			"no configuration in sites, but sites/report has one: use -s sites/report"},
		{"three below, at two levels", []string{"a/hugo.yaml", "", "b/c/config/_default/hugo.toml", "", "d/hugo.json", ""},
			"no configuration in sites, but sites/a has one (as have 2 other folders in it): use -s sites/a"},
		{"other programs' and other people's", []string{"app/config.json", "", "themes/learn/hugo.toml", "", ".git/config.toml", "",
			"node_modules/x/hugo.toml", "", "a/b/c/hugo.toml", ""}, "no configuration in sites: a site has"},
	}
	for _, tt := range tests {
		_, err := Load(site(tt.files...), "sites")
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v\nwant prefix %s", tt.name, err, tt.want)
		}
		if e := new(MissingError); !errors.As(err, &e) {
			t.Errorf("%s: error is a %T", tt.name, err)
		}
	}
}

// locked refuses one file, as a file system does where permissions are missing.
type locked struct {
	fs.FS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.FS.Open(name)
}

func TestLoadWithUnreadableFile(t *testing.T) {
	files := site("hugo.toml", "", "config.toml", "", "config/_default/params.toml", "")
	for _, name := range []string{"hugo.toml", "config/_default/params.toml", "config/_default"} {
		_, err := Load(locked{files, name}, ".")
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestLoadRefusesYAMLThatGrows(t *testing.T) {
	text := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 9 {
		from, to := string(rune('0'+i)), string(rune('1'+i))
		text += "a" + to + ": &a" + to + " [" + strings.Repeat("*a"+from+", ", 9) + "*a" + from + "]\n"
	}
	_, err := Load(site("hugo.yaml", text), ".")
	if err == nil || !strings.Contains(err.Error(), "more than 100000 values") {
		t.Errorf("error %v", err)
	}
}

func TestParseDateOrder(t *testing.T) {
	tests := []struct {
		text string
		want DateOrder
	}{
		{"dmy", DayMonth}, {"DMY", DayMonth}, {"dd/mm/yyyy", DayMonth}, {"d-m", DayMonth}, {"Day Month", DayMonth}, {"dd.mm.yy", DayMonth},
		{"mdy", MonthDay}, {"MM/DD", MonthDay}, {"month, day, year", MonthDay},
		{"", NoOrder}, {"ymd", NoOrder}, {"d", NoOrder}, {"dm/d", NoOrder}, {"American", NoOrder},
	}
	for _, tt := range tests {
		got, err := ParseDateOrder(tt.text)
		if got != tt.want || (err != nil) != (tt.want == NoOrder) {
			t.Errorf("ParseDateOrder(%q) = %v, %v; want %v", tt.text, got, err, tt.want)
		}
		if again, _ := ParseDateOrder(got.String()); again != got {
			t.Errorf("%v does not read back what it prints", got)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("[Languages.en]\nweight = 1\n[params.worklog]\nrules = { a = 'off' }", "toml")
	f.Add("params: &p\n  worklog: {dateOrder: dmy}\nlanguages: {en: {params: *p}}", "yaml")
	f.Add(`{"params": {"worklog": [{"a": 1}], "x": null}}`, "json")
	f.Add("\uFEFF\r\nparams.worklog.rules.'a.b' = 'warning'\r\n[[languages.en.menu]]", "toml")
	f.Fuzz(func(t *testing.T, text, ext string) {
		c, err := Load(site("hugo."+ext, text), ".")
		if err != nil {
			return
		}
		for _, rule := range c.Rules {
			data := rule.Place.File.Data
			for _, span := range []struct{ start, end int }{
				{rule.Place.Key.Start, rule.Place.Key.End}, {rule.Place.Value.Start, rule.Place.Value.End}} {
				if span.start < 0 || span.start > span.end || span.end > len(data) {
					t.Fatalf("rule %s has span %v of %d bytes", rule.Name, span, len(data))
				}
			}
		}
	})
}
