package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// attempts bounds the retries. Each sets at least one thing aside; a site on which this many fail
// has a fault that setting aside does not cure.
const attempts = 100

// renderer is one Render: what it reads, and what it has set aside so far.
type renderer struct {
	ctx       context.Context
	o         Options
	log       *recorder
	before    loggers.Logger
	files     *overlay
	templates *templates
	settings  hmaps.Params
	outputs   hmaps.Params
	inline    bool // the site allows inline shortcodes
	messages  []Message
	repaired  map[string]int  // how often a page was changed, by its key
	twins     map[string]bool // pages whose address another page has
}

func newRenderer(ctx context.Context, o Options) (_ *renderer, err error) {
	r := &renderer{
		ctx: ctx, o: o,
		log:      newRecorder(),
		before:   loggers.Log(),
		files:    newOverlay(o.Dir, filepath.Join(o.Output, ".overlay")),
		repaired: map[string]int{},
		twins:    map[string]bool{},
	}
	loggers.SetGlobalLogger(r.log)
	defer func() {
		if err != nil {
			r.restoreGlobals()
		}
	}()
	r.templates = &templates{files: r.files}
	configs, err := r.configure()
	if err != nil {
		return nil, err
	}
	if err := r.writePages(configs); err != nil {
		return nil, err
	}
	if err := r.layWords(configs); err != nil {
		return nil, err
	}
	dir := "layouts"
	if s, ok := r.settings["layoutdir"].(string); ok && s != "" {
		dir = filepath.ToSlash(filepath.Clean(s))
	}
	r.templates, err = layTemplates(r.files, o.Layouts, o.Static, dir)
	return r, err
}

func (r *renderer) restoreGlobals() { loggers.SetGlobalLogger(r.before) }

// configure reads the site's configuration and takes out of it what Hugo would stumble over.
func (r *renderer) configure() (configs *allconfig.Configs, _ error) {
	settings, file, err := readConfig(r.files, r.o.Dir)
	if err != nil {
		return nil, r.failed(err)
	}
	r.settings = settings
	r.outputs = feeds(settings)
	r.inline, _ = settings.GetNested("security", "enableinlineshortcodes").(bool)
	name, _ := r.files.relative(file)
	for _, m := range clean(settings) {
		m.File = name
		r.messages = append(r.messages, m)
	}
	refused, err := settle(settings, func(p hmaps.Params) error {
		var err error
		configs, err = r.load(p)
		return err
	})
	for _, f := range refused {
		key := strings.Join(f.setting, ".")
		text := fmt.Sprintf("the setting %s is set aside: %s", key, r.plain(f.err.Error()))
		r.messages = append(r.messages, Message{File: name, Text: text, SetAside: key})
	}
	if err != nil {
		return nil, r.failed(err)
	}
	r.log.take()
	return configs, nil
}

// render tries until Hugo is content, setting aside what it stumbles over.
func (r *renderer) render() (*Result, error) {
	var err error
	for range attempts {
		var result *Result
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		r.log.take()
		if result, err = r.attempt(); err == nil {
			return result, nil
		}
		if r.unwritten(err) {
			return nil, err
		}
		if err := r.clearOutput(); err != nil {
			return nil, err
		}
		if errors.Is(err, errAgain) {
			continue
		}
		again, err2 := r.setAside(err)
		if err2 != nil {
			return nil, err2
		}
		if !again {
			return nil, r.failed(err)
		}
	}
	return nil, r.failed(err)
}

// errAgain asks for another attempt after something was changed.
var errAgain = errors.New("set aside, try again")

func (r *renderer) attempt() (result *Result, err error) {
	configs, err := r.load(r.settings)
	if err != nil {
		return nil, err
	}
	r.files.disk.pages = r.onDisk(configs)
	base := config.New()
	base.Set("workingDir", r.o.Dir)
	base.Set("publishDir", r.o.Output)
	h, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    configs,
		Fs:         hugofs.NewFromSourceAndDestination(r.files, &untilDone{afero.NewOsFs(), r.ctx}, base),
		TestLogger: r.log,
	})
	if err != nil {
		return nil, err
	}
	defer func() {
		if closeErr := h.Close(); err == nil {
			err = closeErr
		}
	}()
	if err := r.repairPages(h); err != nil {
		return nil, err
	}
	data := h.Data()
	if data == nil {
		return nil, r.badData()
	}
	for key, v := range r.o.Data {
		data[key] = v
	}
	failed := &failures{}
	data["failures"] = failed
	if err := build(h); err != nil {
		return nil, err
	}
	if err := errors.Join(failed.errs...); err != nil {
		return nil, err
	}
	return r.result(h, configs)
}

// build has Hugo render, and gives up on it where it has given up itself and does not return.
func build(h *hugolib.HugoSites) error {
	done := make(chan error, 1)
	go func() { done <- h.Build(hugolib.BuildCfg{NoBuildLock: true}) }()
	select {
	case err := <-done:
		return err
	case <-h.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(stopped):
		return errors.New("ten pages or more fail in the same way, and Hugo did not come back to say how: " +
			"render with fewer pages to see it")
	}
}

// stopped is how long the pages at hand may take to end once Hugo renders no more.
const stopped = 20 * time.Second

// unwritten reports whether an error is about the output and not about anything of the author's.
func (r *renderer) unwritten(err error) bool {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return false
	}
	rel, err := filepath.Rel(r.o.Output, at.Path)
	return err == nil && !strings.HasPrefix(rel, "..") && !strings.HasPrefix(at.Path, r.files.root)
}

// failed turns Hugo's error into one that names the author's files.
func (r *renderer) failed(err error) error {
	if err == nil || r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	var messages []Message
	for _, blamed := range blames(err) {
		messages = append(messages, r.describe(blamed[len(blamed)-1]))
	}
	if len(messages) == 0 {
		messages = []Message{{Text: r.plain(err.Error())}}
	}
	return &Error{Messages: tidy(messages)}
}

// clearOutput removes what a failed attempt has rendered.
func (r *renderer) clearOutput() error {
	entries, err := os.ReadDir(r.o.Output)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(r.o.Output, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// onDisk tells which paths are pages on disk, so that Hugo sees only those in memory.
func (r *renderer) onDisk(configs *allconfig.Configs) func(path string) bool {
	var dirs []string
	for _, c := range configs.ConfigLangs() {
		dir := c.Dirs().ContentDir
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(r.o.Dir, dir)
		}
		dirs = append(dirs, filepath.Clean(dir)+string(filepath.Separator))
	}
	return func(path string) bool {
		return markdown(path) && slices.ContainsFunc(dirs, func(dir string) bool { return strings.HasPrefix(path, dir) })
	}
}

// markdown reports whether Hugo takes the file for a Markdown page.
func markdown(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".mdown":
		return true
	}
	return false
}
