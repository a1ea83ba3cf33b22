package site

import (
	"bytes"
	"io/fs"
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

// readConfig reads the site's configuration as Hugo does, but for themes and the environment.
// file is the file to name in messages; it is empty where there is none.
func readConfig(fsys *overlay, dir string) (settings hmaps.Params, file string, err error) {
	p := config.New()
	if err := unmark(fsys, filepath.Join(dir, "config")); err != nil {
		return nil, "", err
	}
	for _, name := range config.DefaultConfigNames {
		for _, ext := range config.ValidConfigFileExtensions {
			path := filepath.Join(dir, name+"."+ext)
			if _, err := fsys.Stat(path); err != nil || file != "" {
				continue
			}
			if err := unmark(fsys, path); err != nil {
				return nil, path, err
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

// unmark puts copies without a byte order mark, on which Hugo stumbles, over the files at or below a
// path.
func unmark(fsys *overlay, path string) error {
	return afero.Walk(fsys.disk, path, func(file string, info fs.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() {
			return nil // Hugo will find it, or not miss it
		}
		data, err := afero.ReadFile(fsys.disk, file)
		text, marked := bytes.CutPrefix(data, []byte("\uFEFF"))
		if err != nil || !marked {
			return nil
		}
		return fsys.write(file, text)
	})
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
		mount(r.files.path(standIns), "i18n"), // the later ones win
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
