package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"worklog/generator/internal/check"
	"worklog/generator/internal/config"
	"worklog/generator/internal/diag"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/suggest"
	"worklog/generator/internal/worklog"

	"cloud.google.com/go/civil"
)

// project is a site that was read and checked.
type project struct {
	dir      string // absolute
	config   *config.Config
	site     *worklog.Site
	findings []diag.Diagnostic
}

// open reads and checks the site in a folder, which is relative to the working directory.
func open(env Env, dir string) (*project, error) {
	p := &project{dir: absolute(env, dir)}
	if info, err := os.Stat(p.dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder: name the root of a Hugo site with -s", dir)
	}
	root := os.DirFS(p.dir)
	var err error
	if p.config, err = config.Load(root, dir); err != nil {
		return nil, err
	}
	severities, err := severities(p.config.Rules)
	if err != nil {
		return nil, err
	}
	files, links, err := readContent(root, contentDirs(p.config))
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(c content) bool { return isDisabled(p.config, c.file.Path) })
	size := 0
	for _, f := range files {
		size += len(f.file.Data)
	}
	if env.LimitMemory != nil {
		env.LimitMemory(memoryBase + int64(size)*memoryPerByte)
	}
	p.site = worklog.Read(parse(files), worklogOptions(p.config))
	p.findings = append(links, check.Run(p.site, check.Options{
		Today: civil.DateOf(env.Now()), Severities: severities, Generated: generate.Wanted(p.config.Without),
	})...)
	return p, nil
}

// The memory that a build takes: measured at ten thousand weeks, where half of what a page takes is
// Hugo's.
const (
	memoryBase    = 256 << 20
	memoryPerByte = 22 // of content
)

func absolute(env Env, dir string) string {
	if filepath.IsAbs(dir) {
		return filepath.Clean(dir)
	}
	return filepath.Join(env.Dir, dir)
}

func contentDirs(c *config.Config) []string {
	dirs := []string{c.ContentDir}
	for _, l := range c.Languages {
		dirs = append(dirs, l.ContentDir)
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

func worklogOptions(c *config.Config) worklog.Options {
	o := worklog.Options{Order: worklog.Order(c.DateOrder)}
	for _, l := range c.Languages {
		if l.Disabled {
			continue
		}
		v := worklog.LanguageOptions{Code: l.Code, ContentDir: l.ContentDir, Order: worklog.Order(l.DateOrder)}
		if l.Code == c.DefaultLanguage {
			o.Languages = slices.Insert(o.Languages, 0, v)
		} else {
			o.Languages = append(o.Languages, v)
		}
	}
	return o
}

// severities gives every configured rule its severity; a rule that does not exist is an error.
func severities(settings []config.Rule) (map[string]diag.Severity, error) {
	var ids []string
	own := map[string]diag.Severity{}
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
		own[r.ID] = r.Severity
	}
	out := map[string]diag.Severity{}
	for _, s := range settings {
		if _, ok := own[s.Name]; !ok {
			hint := "the rules are " + strings.Join(ids, ", ")
			if near, ok := suggest.Nearest(s.Name, ids); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			return nil, s.Place.KeyFault(fmt.Sprintf("there is no rule %q", s.Name), hint)
		}
		out[s.Name] = s.Severity
		if s.Default {
			out[s.Name] = own[s.Name]
		}
	}
	return out, nil
}

// readContent reads the pages below the content folders, in order of path; hidden files are left out,
// as Hugo does. A file that cannot be read is a page with a flaw: it is the author's to mend. Links
// are findings, as Hugo does not follow them.
func readContent(root fs.FS, dirs []string) (files []content, links []diag.Diagnostic, err error) {
	seen := map[string]bool{}
	for _, dir := range dirs {
		if !fs.ValidPath(dir) {
			return nil, nil, fmt.Errorf("contentDir %q lies outside of the site: name a folder in it", dir)
		}
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && name == dir && dir == "content" && errors.Is(err, fs.ErrNotExist):
				return nil // a site may have no pages yet
			case err != nil && name == dir:
				return fmt.Errorf("contentDir %q cannot be read: %w", dir, err)
			case err != nil:
				files = append(files, content{source.NewFile(name, nil), err})
				return nil
			case name != dir && isIgnored(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.Type()&fs.ModeSymlink != 0:
				links = append(links, linkFinding(name))
				return nil
			case !d.Type().IsRegular() || !isMarkdown(name) || seen[name]:
				return nil
			}
			seen[name] = true
			data, err := fs.ReadFile(root, name)
			files = append(files, content{source.NewFile(name, data), err})
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return files, links, nil
}

// isDisabled reports whether a page is in a language that the site does not render.
func isDisabled(c *config.Config, name string) bool {
	stem := strings.TrimSuffix(name, path.Ext(name))
	return slices.ContainsFunc(c.Languages, func(l config.Language) bool {
		return l.Disabled && strings.HasSuffix(stem, "."+l.Code)
	})
}

func linkFinding(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Rule: ruleHugo, Severity: diag.Warning, File: source.NewFile(name, nil),
		Message: "Hugo follows no links below the content folder: what this one leads to is not on the site",
		Hint:    "put the file or folder itself here",
	}
}

// content is a file of the content folder, or why it could not be read.
type content struct {
	file *source.File
	err  error
}

func isMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown":
		return true
	}
	return false
}

// isIgnored knows the names that Hugo passes over.
func isIgnored(name string) bool {
	return name[0] == '.' || name[0] == '#' || strings.HasSuffix(name, "~")
}

// parse reads the pages, on as many processors as there are.
func parse(files []content) []*page.Page {
	pages := make([]*page.Page, len(files))
	parser := page.NewParser()
	var wait sync.WaitGroup
	const batch = 64
	for from := 0; from < len(files); from += batch {
		to := min(from+batch, len(files))
		wait.Go(func() {
			for i := from; i < to; i++ {
				if files[i].err != nil {
					pages[i] = page.Unreadable(files[i].file, files[i].err)
				} else {
					pages[i] = parser.Parse(files[i].file)
				}
			}
		})
	}
	wait.Wait()
	return pages
}
