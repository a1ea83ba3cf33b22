package site

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/hugo"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// result gathers what a finished build has made.
func (r *renderer) result(h *hugolib.HugoSites, configs *allconfig.Configs) (*Result, error) {
	result := &Result{StaticDirs: r.staticDirs(configs)}
	for _, s := range h.Sites {
		result.Homes = append(result.Homes, Home{s.Language().Lang, s.Title(), strings.Trim(s.LanguagePrefix(), "/")})
	}
	rendered := make(map[string]bool, len(r.o.Pages))
	for _, p := range h.Pages() {
		if p.RelPermalink() == "" {
			continue
		}
		result.Pages++
		if p.File() == nil {
			continue
		}
		source, ok := r.files.relative(p.File().Filename())
		if _, isPage := r.o.Pages[source]; !ok || !isPage {
			continue
		}
		rendered[source] = true
		result.URLs = append(result.URLs, URL{source, p.Language().Lang, p.Permalink(), p.RelPermalink()})
	}
	slices.SortFunc(result.URLs, func(a, b URL) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Language, b.Language))
	})
	for _, line := range r.log.take() {
		r.messages = append(r.messages, r.logged(line))
	}
	for name, page := range r.o.Pages {
		if !rendered[name] && !r.twins[name] && !draft(page) {
			r.messages = append(r.messages, missing(name, rendered))
		}
	}
	result.Messages = tidy(r.messages)
	return result, nil
}

// staticDirs lists the site's folders of files that Hugo's command would copy.
func (r *renderer) staticDirs(configs *allconfig.Configs) []string {
	var dirs []string
	for _, c := range configs.ConfigLangs() {
		for _, dir := range c.StaticDirs() {
			if !filepath.IsAbs(dir) {
				dir = filepath.Join(r.o.Dir, dir)
			}
			if info, err := os.Stat(dir); err == nil && info.IsDir() && !slices.Contains(dirs, dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	return dirs
}

// untilDone is the disk that is rendered to. It fails once ctx is done, which ends a build early:
// Hugo itself cannot be told to stop.
type untilDone struct {
	afero.Fs
	ctx context.Context
}

// Create fails when the caller wants no more.
func (d *untilDone) Create(name string) (afero.File, error) {
	if err := d.ctx.Err(); err != nil {
		return nil, err
	}
	return d.Fs.Create(name)
}

// OpenFile fails when the caller wants no more.
func (d *untilDone) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if err := d.ctx.Err(); err != nil {
		return nil, err
	}
	return d.Fs.OpenFile(name, flag, perm)
}

func readAll(fsys afero.Fs, path string) ([]byte, error) { return afero.ReadFile(fsys, path) }

// hugoVersion is the one that is built in.
func hugoVersion() string { return hugo.CurrentVersion.String() }
