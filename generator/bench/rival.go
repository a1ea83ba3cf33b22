package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	worklog "worklog"
)

// rivalLayouts are the templates that plain Hugo needs in place of ours that read the worklog as
// data. They give the same pages by Hugo's own means, and do no more work than that takes.
//
//go:embed all:layouts
var rivalLayouts embed.FS

// rivalConfig is added to the site's configuration for plain Hugo: where our layouts lie, and the
// outputs that the generator decides.
const rivalConfig = `cacheDir = %[1]q
resourceDir = %[2]q

[outputs]
  home = ["html", "rss"]
  section = ["html"]
  page = ["html"]

[[module.mounts]]
  source = "content"
  target = "content"
[[module.mounts]]
  source = %[3]q
  target = "layouts"
[[module.mounts]]
  source = %[4]q
  target = "i18n"
[[module.mounts]]
  source = %[5]q
  target = "assets"
[[module.mounts]]
  source = %[5]q
  target = "static"
`

// writeRival writes our layouts, with the replacements over them, and returns the configuration that
// makes plain Hugo render any of the sites with them.
func writeRival(dir string) (config string, err error) {
	if err := unpack(worklog.Files, ".", dir); err != nil {
		return "", err
	}
	if err := unpack(rivalLayouts, ".", dir); err != nil {
		return "", err
	}
	config = filepath.Join(dir, "rival.toml")
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	text := fmt.Sprintf(rivalConfig, at("cache"), at("resources"), at("layouts"), at("layouts/i18n"), at("static"))
	return config, os.WriteFile(config, []byte(text), 0o644)
}

// unpack writes the files of a file system to disk, over those that are there.
func unpack(fsys fs.FS, root, dir string) error {
	return fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		return writeFile(filepath.Join(dir, filepath.FromSlash(name)), string(data))
	})
}
