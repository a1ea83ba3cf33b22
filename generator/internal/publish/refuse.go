package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// refuse returns an error where publishing to out would destroy what a person has written.
func refuse(out string, o Options) error {
	source, err := resolve(o.Source)
	if err != nil {
		return err
	}
	reads := []string{source}
	for _, name := range append(hugoFolders(), o.Reads...) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(source, name)
		}
		reads = append(reads, name)
	}
	for i, name := range reads {
		read, err := resolve(name)
		if err != nil {
			continue // nothing can be read from there
		}
		if i > 0 && within(source, read) {
			continue // the root itself, or above it: public/ lies in every root
		}
		if within(read, out) {
			return fmt.Errorf("cannot publish to %s: the site is read from there, and publishing removes all that is not "+
				"part of the rendered site; choose another folder with -d", o.Out)
		}
		if i > 0 && within(out, read) {
			return fmt.Errorf("cannot publish to %s: it lies in %s, from which the site is read; "+
				"choose another folder with -d", o.Out, name)
		}
	}
	return refuseForeign(out, o.Out)
}

// hugoFolders are the folders of a site's root that hold its source.
func hugoFolders() []string {
	return []string{".git", "archetypes", "assets", "config", "content", "data", "i18n", "layouts", "static", "themes"}
}

// within reports whether a path is a folder or lies below it. It asks the file system, as names
// that differ in case may be the same folder.
func within(path, folder string) bool {
	want, err := os.Stat(folder)
	for ; ; path = filepath.Dir(path) {
		if path == folder {
			return true
		}
		if info, e := os.Stat(path); e == nil && err == nil && os.SameFile(info, want) {
			return true
		}
		if path == filepath.Dir(path) {
			return false
		}
	}
}

// refuseForeign returns an error where out has files, but no page at its root.
func refuseForeign(out, shown string) error {
	info, err := os.Stat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain(err, out)
	case !info.IsDir():
		return fmt.Errorf("cannot publish to %s: it is a file; remove it, or choose a folder with -d", shown)
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return explain(err, out)
	}
	foreign := ""
	for _, e := range entries {
		switch {
		case isPage(out, e):
			return nil
		case foreign == "" && !strings.HasPrefix(e.Name(), "."):
			foreign = e.Name()
		}
	}
	if foreign == "" {
		return nil
	}
	return fmt.Errorf("cannot publish to %s: it holds files (%s) but no index.html, so it seems to be no rendered site; "+
		"choose an empty or a new folder with -d, or empty this one yourself", shown, foreign)
}

// isPage reports whether an entry at the root shows that a site was rendered there: its home page,
// or, where every language has a folder, the worklog of one.
func isPage(out string, e fs.DirEntry) bool {
	if e.IsDir() {
		_, err := os.Lstat(filepath.Join(out, e.Name(), "worklog.json"))
		return err == nil
	}
	return e.Name() == "index.html"
}
