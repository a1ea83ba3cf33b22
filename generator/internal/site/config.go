package site

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/types"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/spf13/afero"
)

// environment is the one that Hugo builds for; it names the folder beside config/_default.
const environment = "production"

// replaced are the settings of a site that the render decides itself: they bring in themes, name
// folders to write to, run programs, leave pages out, or change pages after our layouts made them.
var replaced = []string{
	"theme", "themesdir", "module", "caches", "cachedir", "resourcedir", "publishdir",
	"build", "server", "deployment", "segments", "rendersegments", "paniconwarning",
	"outputs", "contenttypes", "minify", "minifyoutput", "printunusedtemplates", "templatemetrics",
	"canonifyurls", "relativeurls", "enablegitinfo", "reflinkserrorlevel", "timeout", "security",
	"buildfuture", "buildexpired", "nobuildlock",
}

// readConfig reads the site's configuration as Hugo does, but for themes and the environment.
// file is the file to name in messages; it is empty where there is none.
func readConfig(fsys afero.Fs, dir string) (settings hmaps.Params, file string, err error) {
	p := config.New()
	for _, name := range config.DefaultConfigNames {
		for _, ext := range config.ValidConfigFileExtensions {
			path := filepath.Join(dir, name+"."+ext)
			if _, err := fsys.Stat(path); err != nil || file != "" {
				continue
			}
			m, err := config.FromFileToMap(fsys, path)
			if err != nil {
				return nil, path, inFile(err, path)
			}
			p.Set("", m)
			file = path
		}
	}
	fromDir, names, err := config.LoadConfigFromDir(fsys, filepath.Join(dir, "config"), environment)
	if err != nil {
		return nil, file, inFile(err, names[0]) // the one at fault, where there is one
	}
	if fromDir != nil {
		p.Set("", fromDir.Get(""))
		if file == "" {
			file = filepath.Join(dir, "config", "_default")
		}
	}
	return p.Get("").(hmaps.Params), file, nil
}

// inFile adds the file's name, which Hugo leaves out where it reads one file.
func inFile(err error, file string) error {
	fe := herrors.UnwrapFileError(err)
	if fe == nil {
		return herrors.NewFileErrorFromName(err, file)
	}
	fe.SetFilename(file)
	return fe
}

// clean takes out of the settings what the render replaces; it returns what readers would miss.
func clean(settings hmaps.Params) (lost []Message) {
	note := func(setting, text string) {
		lost = append(lost, Message{Text: text, SetAside: setting})
	}
	if m, ok := settings["module"].(hmaps.Params); ok && m["mounts"] != nil {
		note("module.mounts", "module.mounts is set aside: pages are read from contentDir alone")
	}
	for _, key := range replaced {
		delete(settings, key)
	}
	rename(settings)
	keepKinds(settings, note)
	steadyDates(settings)
	languages, ok := settings["languages"].(hmaps.Params)
	if !ok {
		delete(settings, "languages")
		return lost
	}
	for code, v := range languages {
		language, ok := v.(hmaps.Params)
		if !ok {
			if code != hmaps.MergeStrategyKey {
				note("languages."+code, fmt.Sprintf("languages.%s is set aside: write it as a table of settings", code))
				delete(languages, code)
			}
			continue
		}
		if language["baseurl"] != nil {
			note("languages."+code+".baseURL", "a language's own baseURL is set aside: the site has one address")
			delete(language, "baseurl")
		}
		if _, ok := language["cascade"].(hmaps.Params); !ok {
			delete(language, "cascade") // Hugo panics on a list here
		}
		for _, key := range replaced {
			delete(language, key)
		}
		rename(language)
		keepKinds(language, note)
		steadyDates(language)
	}
	if !slices.ContainsFunc(slices.Collect(maps.Values(languages)), func(v any) bool { _, ok := v.(hmaps.Params); return ok }) {
		delete(settings, "languages")
	}
	return lost
}

// renamed are settings that Hugo warns of although they mean what they always meant.
var renamed = map[string]string{
	"languagename": "label", "languagecode": "locale", "languagedirection": "direction",
}

func rename(settings hmaps.Params) {
	for old, now := range renamed {
		if v, ok := settings[old]; ok {
			delete(settings, old)
			if settings[now] == nil {
				settings[now] = v
			}
		}
	}
}

// keepKinds sees to it that weekly pages are rendered: they are pages or sections.
func keepKinds(settings hmaps.Params, note func(setting, text string)) {
	kinds := types.ToStringSlicePreserveString(settings["disablekinds"])
	kept := slices.DeleteFunc(kinds, func(kind string) bool {
		needed := slices.Contains([]string{"page", "section", "home"}, strings.ToLower(kind))
		if needed {
			note("disableKinds", fmt.Sprintf("disableKinds = %q is set aside: pages would vanish", kind))
		}
		return needed
	})
	if settings["disablekinds"] != nil {
		settings["disablekinds"] = kept
	}
}

// steadyDates drops dates that depend on the clone of the site and not on what its author wrote.
func steadyDates(settings hmaps.Params) {
	dates, ok := settings["frontmatter"].(hmaps.Params)
	if !ok {
		return
	}
	for key, v := range dates {
		sources := slices.DeleteFunc(types.ToStringSlicePreserveString(v), func(s string) bool {
			s = strings.ToLower(s)
			return s == ":filemodtime" || s == ":git"
		})
		if len(sources) == 0 {
			delete(dates, key)
			continue
		}
		dates[key] = sources
	}
}

// feeds gives the outputs of each kind of page: HTML always, a feed for the home page, and one for
// sections where the site asks for it, since most sections here are single weeks.
func feeds(settings hmaps.Params) hmaps.Params {
	outputs := hmaps.Params{}
	asked, _ := settings["outputs"].(hmaps.Params)
	for _, kind := range []string{"home", "section", "page", "taxonomy", "term"} {
		formats := []string{"html"}
		wanted := slices.ContainsFunc(types.ToStringSlicePreserveString(asked[kind]), func(f string) bool {
			return strings.EqualFold(f, "rss")
		})
		if wanted || kind == "home" && asked[kind] == nil {
			formats = append(formats, "rss")
		}
		outputs[kind] = formats
	}
	return outputs
}

// override sets what the render decides.
func (r *renderer) override(settings hmaps.Params) {
	p := config.NewFrom(settings)
	for key, v := range map[string]any{
		"workingDir":                 r.o.Dir,
		"publishDir":                 r.o.Output,
		"cacheDir":                   r.files.path("cache"),
		"resourceDir":                r.files.path("resources"),
		"outputs":                    r.outputs,
		"buildFuture":                true,
		"buildExpired":               true,
		"noBuildLock":                true,
		"timeout":                    "10m",
		"refLinksErrorLevel":         "WARNING",
		"markup.highlight.noClasses": false,
		// Programs and the network stay shut: a build needs neither.
		"security": map[string]any{
			"exec":                   map[string]any{"allow": "none"},
			"http":                   map[string]any{"urls": "none"},
			"allowContent":           ".*",
			"enableInlineShortcodes": r.inline,
		},
		"contentTypes": r.contentTypes(settings),
		"module":       map[string]any{"mounts": r.mounts(settings)},
	} {
		p.Set(key, v)
	}
	if r.o.BaseURL != "" {
		p.Set("baseURL", r.o.BaseURL)
	}
	if !hasTemplate(r.o.Layouts, "taxonomy", "term", "list", "all") {
		kinds := types.ToStringSlicePreserveString(p.Get("disableKinds"))
		p.Set("disableKinds", append(slices.Clone(kinds), "taxonomy", "term"))
	}
}

// contentTypes names the formats that are pages; files of other formats are copied as they are.
// HTML is a page where the site lets raw HTML through; formats that need a program never are.
func (r *renderer) contentTypes(settings hmaps.Params) map[string]any {
	formats := map[string]any{"text/markdown": map[string]any{}, "text/org": map[string]any{}}
	if unsafe, _ := settings.GetNested("markup", "goldmark", "renderer", "unsafe").(bool); unsafe {
		formats["text/html"] = map[string]any{}
	}
	return formats
}

// mounts lays our folders over the site's. Content needs no mount: Hugo's own, with a folder a
// language where the site has that, is right.
func (r *renderer) mounts(settings hmaps.Params) []map[string]any {
	mount := func(source, target string) map[string]any {
		return map[string]any{"source": source, "target": target}
	}
	folder := func(key, standard string) string {
		if s, ok := settings[key].(string); ok && s != "" {
			return s
		}
		return standard
	}
	return []map[string]any{
		mount(r.files.path("layouts"), "layouts"),
		mount(r.files.path("assets"), "assets"),
		mount(folder("assetdir", "assets"), "assets"),
		mount(folder("i18ndir", "i18n"), "i18n"),
		mount(r.files.path("i18n"), "i18n"),
		mount(folder("datadir", "data"), "data"),
	}
}

// load has Hugo decode the settings, which it changes: it gets a copy.
func (r *renderer) load(settings hmaps.Params) (*allconfig.Configs, error) {
	flags := hmaps.CloneParamsDeep(settings)
	r.override(flags)
	return allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:           r.files,
		Logger:       r.log,
		Flags:        config.NewFrom(flags),
		Filename:     r.files.path("none.toml"), // all settings come as flags
		Environment:  environment,
		Environ:      []string{"LANG=C"}, // an empty one stands for the process's, HUGO_* and all
		SkipNpmCheck: true,
	})
}

// hasTemplate reports whether the layouts have one of the templates at the top.
func hasTemplate(layouts fs.FS, names ...string) bool {
	entries, _ := fs.ReadDir(layouts, ".")
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		base, _, _ := strings.Cut(path.Base(e.Name()), ".")
		return slices.Contains(names, base)
	})
}
