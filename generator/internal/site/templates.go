package site

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"
)

// templates are the layouts as Hugo sees them: ours, and of the site's own its shortcodes and
// partials, save those that ours replace and those that were set aside.
type templates struct {
	files  *overlay
	dir    string          // the site's layouts folder, relative to the site
	ours   map[string]bool // by templateKey
	theirs map[string]bool // the site's own in use, by their place below the generated layouts
	gone   map[string]bool // those of theirs that were set aside, by templateKey
}

// layTemplates fills the generated folders layouts, i18n and assets.
func layTemplates(files *overlay, layouts, static fs.FS, dir string) (*templates, error) {
	t := &templates{files: files, dir: dir, ours: map[string]bool{}, theirs: map[string]bool{}, gone: map[string]bool{}}
	err := fs.WalkDir(layouts, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		if strings.HasPrefix(name, "i18n/") {
			return files.write(files.path(name), data)
		}
		t.ours[templateKey(name)] = true
		return files.write(files.path("layouts/"+name), data)
	})
	if err != nil {
		return nil, err
	}
	if err := files.copyFS(static, "assets"); err != nil {
		return nil, err
	}
	for _, folder := range []string{"shortcodes", "_shortcodes", "partials", "_partials"} {
		if err := t.layTheirs(folder); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *templates) layTheirs(folder string) error {
	root := filepath.Join(t.files.dir, filepath.FromSlash(t.dir))
	return afero.Walk(t.files.disk, filepath.Join(root, folder), func(file string, info os.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() || strings.HasPrefix(info.Name(), ".") {
			return nil // a folder that is absent or unreadable holds no templates
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return nil
		}
		name := filepath.ToSlash(rel)
		if t.ours[templateKey(name)] {
			return nil
		}
		data, err := afero.ReadFile(t.files.disk, file)
		if err != nil {
			return nil
		}
		t.theirs[name] = true
		return t.files.write(t.files.path("layouts/"+name), data)
	})
}

// templateKey is the same for templates that take each other's place: Hugo knows folders with and
// without the underscore, ignores case, and chooses among name.html, name.en.html and name.rss.xml.
func templateKey(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "_")
	base, _, _ := strings.Cut(path.Base(name), ".")
	return path.Join(path.Dir(name), base)
}

// origin tells which template a generated file is: its path as the author or as we know it.
func (t *templates) origin(file string) (name string, theirs, ok bool) {
	rel, err := filepath.Rel(t.files.path("layouts"), file)
	if err != nil || strings.HasPrefix(rel, "..") {
		return "", false, false
	}
	rel = filepath.ToSlash(rel)
	if t.theirs[rel] {
		return path.Join(t.dir, rel), true, true
	}
	return "layouts/" + rel, false, true
}

// drop sets one of the site's own templates aside.
func (t *templates) drop(file string) error {
	rel, err := filepath.Rel(t.files.path("layouts"), file)
	if err != nil {
		return err
	}
	delete(t.theirs, filepath.ToSlash(rel))
	t.gone[templateKey(filepath.ToSlash(rel))] = true
	return t.files.mem.Remove(file)
}
