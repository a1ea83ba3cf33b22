// Package site has the embedded Hugo render a site. It is the only package that imports Hugo, whose
// API is not promised: whatever a new version changes is changed here.
//
// The site's pages come from memory and its images from disk; our layouts take the theme's place.
// What the author wrote never stops a build: a template, a setting or a shortcode that Hugo refuses
// is set aside with a Message, and the site is rendered without it.
package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Options says what to render and where to.
type Options struct {
	Dir     string            // absolute folder of the site; nothing is ever written below it
	Layouts fs.FS             // our templates, with our translations in the folder i18n; needed
	Static  fs.FS             // our static files, which layouts read as assets; nil for none
	Pages   map[string][]byte // every Markdown page, by its path relative to Dir, slashes forward
	Data    map[string]any    // what layouts read as hugo.Data
	BaseURL string            // absolute URL in place of the configuration's; empty keeps that
	Output  string            // absolute folder to render into; it must be empty or not yet exist
}

// Result tells what was rendered. Everything in it is sorted, so that equal sites give equal results.
type Result struct {
	Pages      int       // pages rendered, those that Hugo adds (sections, taxonomies) among them
	URLs       []URL     // by source, then by language
	Homes      []Home    // one a language that is rendered, in the site's order
	Messages   []Message // by place
	StaticDirs []string  // absolute folders of the site to be copied besides; the first wins
}

// Home is the root of one language's site.
type Home struct {
	Language string // language code, "vi"
	Title    string // the site's title in that language
	Folder   string // where it lies below Output, slashes forward: "" or "vi"
}

// URL says where one of the pages of Options has gone.
type URL struct {
	Source       string // key of Options.Pages
	Language     string // language code, "en"
	Permalink    string // "https://example.org/report/1-worklog/1.8-week8/"
	RelPermalink string // "/report/1-worklog/1.8-week8/"
}

// Render renders the site. Renders of one process take turns: Hugo keeps its logger in a global.
// Its error is an *Error where the site is at fault, and any other where Output could not be written;
// Output then holds no whole site.
func Render(ctx context.Context, o Options) (*Result, error) {
	done, err := takeTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	defer limitCache()()
	if !filepath.IsAbs(o.Dir) || !filepath.IsAbs(o.Output) {
		return nil, fmt.Errorf("render: Dir %q and Output %q must be absolute paths", o.Dir, o.Output)
	}
	if err := mustBeEmpty(o.Output); err != nil {
		return nil, err
	}
	r, err := newRenderer(ctx, o)
	if err != nil {
		return nil, err
	}
	defer r.restoreGlobals()
	return r.render()
}

// mustBeEmpty guards the retries, which clear the output folder, against a caller's slip.
func mustBeEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("render: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("render: %s is not empty: render into a new folder", dir)
	}
	return nil
}

// takeTurn waits for the render before this one, or for ctx to end.
func takeTurn(ctx context.Context) (done func(), err error) {
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// turn guards Hugo's own globals, above all the logger whose count of errors fails a build.
var turn = make(chan struct{}, 1)
