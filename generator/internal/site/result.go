package site

import (
	"bytes"
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/hugo"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/gohugoio/hugo/parser/pageparser"
	"github.com/spf13/afero"
)

// result gathers what a finished build has made.
func (r *renderer) result(h *hugolib.HugoSites, configs *allconfig.Configs) (*Result, error) {
	result := &Result{StaticDirs: r.staticDirs(configs)}
	for _, s := range h.Sites {
		result.Homes = append(result.Homes, Home{s.Language().Lang, s.Title(), strings.Trim(s.LanguagePrefix(), "/")})
	}
	rendered := make(map[string]bool, len(r.o.Pages))
	byPath := map[string]string{} // which source has a path, by language and logical path
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
		byPath[p.Language().Lang+p.Path()] = source
		result.URLs = append(result.URLs, URL{source, p.Language().Lang, p.Permalink(), p.RelPermalink()})
	}
	slices.SortFunc(result.URLs, func(a, b URL) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Language, b.Language))
	})
	for _, line := range r.log.take() {
		r.messages = append(r.messages, r.logged(line))
	}
	for name, page := range r.o.Pages {
		if !rendered[name] && !draft(page) {
			r.messages = append(r.messages, r.missing(name, rendered))
		}
	}
	result.Messages = tidy(r.messages)
	return result, nil
}

// missing says why a page is not there, as far as its path tells.
func (r *renderer) missing(name string, rendered map[string]bool) Message {
	m := Message{File: name, Text: "this page is not rendered: its front matter or the configuration leaves it out"}
	dir := name[:strings.LastIndex(name, "/")+1]
	for _, bundle := range []string{"index.md", "index.vi.md", "index.en.md"} {
		if rendered[dir+bundle] {
			m.Text = "this page is not rendered: it lies beside " + bundle + ", which makes the folder a single page; rename that to _" + bundle
			return m
		}
	}
	var twins []string
	for other := range rendered {
		if other != name && address(other) == address(name) {
			twins = append(twins, other)
		}
	}
	if len(twins) > 0 {
		m.Text = "this page is not rendered: " + slices.Min(twins) + " has the same address; rename one of them"
	}
	return m
}

// address is what two sources have in common that Hugo puts in the same place: case does not count,
// and neither does whether a page is a file or a folder.
func address(name string) string {
	name = strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name)))
	base, lang := name, ""
	if i := strings.LastIndex(name, "."); i > strings.LastIndex(name, "/") {
		base, lang = name[:i], name[i:]
	}
	base = strings.TrimSuffix(strings.TrimSuffix(base, "/_index"), "/index")
	return strings.ReplaceAll(base, " ", "-") + lang
}

// draft reports whether the author holds the page back.
func draft(page []byte) bool {
	front, err := pageparser.ParseFrontMatterAndContent(bytes.NewReader(page))
	if err != nil {
		return false
	}
	for key, v := range front.FrontMatter {
		if held, ok := v.(bool); ok && held && strings.EqualFold(key, "draft") {
			return true
		}
	}
	return false
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
