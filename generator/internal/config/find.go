package config

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// document is one configuration file and where in the whole configuration its content belongs.
type document struct {
	path string
	key  []string // empty for the root
}

// find returns the configuration files of a site in the order in which Hugo merges them for a
// production build: the first of hugo.* and config.* at the root, then the two configuration
// folders.
func find(fsys fs.FS) ([]document, error) {
	var docs []document
	if name, ok := rootFile(fsys, "."); ok {
		docs = append(docs, document{path: name})
	}
	for _, dir := range []string{"config/_default", "config/production"} {
		err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && name == dir:
				return nil
			case err != nil:
				return err
			case !d.IsDir() && slices.Contains(extensions(), strings.ToLower(path.Ext(name))):
				docs = append(docs, document{path: name, key: keyOf(name)})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// extensions are in the order in which Hugo looks for them.
func extensions() []string { return []string{".toml", ".yaml", ".yml", ".json"} }

func rootFile(fsys fs.FS, dir string) (string, bool) {
	for _, stem := range []string{"hugo", "config"} {
		for _, ext := range extensions() {
			name := path.Join(dir, stem+ext)
			info, err := fs.Stat(fsys, name)
			if err == nil && !info.IsDir() || err != nil && !errors.Is(err, fs.ErrNotExist) {
				return name, true // a file that cannot be read is for the reader to report
			}
		}
	}
	return "", false
}

// keyOf returns the key that a file of a configuration folder stands for: params.toml is params,
// params.en.toml is languages.en.params, hugo.toml is the root.
func keyOf(name string) []string {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if stem == "hugo" || stem == "config" {
		return nil
	}
	stem = strings.ToLower(stem)
	lang := strings.TrimPrefix(path.Ext(stem), ".")
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	switch {
	case lang == "":
		return []string{stem}
	case stem == "params" || stem == "menu" || stem == "menus":
		return []string{"languages", lang, stem}
	default:
		return []string{"languages", lang}
	}
}

// sitesBelow returns the folders at most two levels below the root that look like a site's root:
// people often put the site into a folder of the repository. Folders that hold other people's
// sites (themes) or none at all are not entered.
func sitesBelow(fsys fs.FS) []string {
	var sites []string
	var walk func(dir string, depth int)
	walk = func(dir string, depth int) {
		entries, err := fs.ReadDir(fsys, dir)
		if err != nil {
			return // it cannot be read, so it cannot be built
		}
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			if !e.IsDir() || strings.HasPrefix(e.Name(), ".") || slices.Contains(notSites(), e.Name()) {
				continue
			}
			if isSite(fsys, name) {
				sites = append(sites, name)
			} else if depth < 2 {
				walk(name, depth+1)
			}
		}
	}
	walk(".", 1)
	return sites
}

func notSites() []string {
	return []string{"config", "content", "layouts", "node_modules", "public", "resources", "static", "themes"}
}

// isSite asks for content too where the configuration's name is one that any program may use.
func isSite(fsys fs.FS, dir string) bool {
	if name, ok := rootFile(fsys, dir); ok && strings.HasPrefix(path.Base(name), "hugo.") {
		return true
	} else if ok {
		return isDir(fsys, path.Join(dir, "content"))
	}
	return isDir(fsys, path.Join(dir, "config/_default"))
}

func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}
