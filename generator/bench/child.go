package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"worklog/generator/internal/cli"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	"worklog/generator/internal/worklog"
)

// What a process of this command measures of itself: a part of the generator, without the start of
// the process, in a process of its own so that each measurement begins with nothing warm.
const (
	measureCorpus = "corpus" // check of every site in a folder
	measureData   = "data"   // worklog.json of one site
)

// measureHere does one piece of work and writes the nanoseconds of CPU time that it took.
func measureHere(ctx context.Context, what string, args []string, w io.Writer) error {
	var work func() error
	var err error
	switch {
	case what == measureCorpus && len(args) == 1:
		work, err = corpusWork(ctx, args[0])
	case what == measureData && len(args) == 1:
		work, err = dataWork(args[0])
	default:
		return fmt.Errorf("-measure is for the command's own use")
	}
	if err != nil {
		return err
	}
	before, err := usageNow()
	if err != nil {
		return err
	}
	if err := work(); err != nil {
		return err
	}
	after, err := usageNow()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, int64(after.CPU-before.CPU))
	return err
}

// corpusWork runs the check command on every site of a folder, one after the other, and drops what
// it prints.
func corpusWork(ctx context.Context, dir string) (func() error, error) {
	sites, err := siteDirs(dir)
	if err != nil {
		return nil, err
	}
	env := cli.System()
	env.Stdout, env.StdoutColumns = io.Discard, 0
	return func() error {
		for _, site := range sites {
			if code := cli.Main(ctx, env, []string{"check", "-s", site}); code > 1 {
				return fmt.Errorf("check of %s ended with %d", site, code)
			}
		}
		return nil
	}, nil
}

// siteDirs lists the folders in a folder.
func siteDirs(dir string) ([]string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no folders: name a folder of sites with -corpus", dir)
	}
	return out, nil
}

// dataWork reads the weeks of a made-up site; the work is to make and write its worklog.json.
func dataWork(dir string) (func() error, error) {
	var pages []*page.Page
	parser := page.NewParser()
	urls := map[string]string{}
	err := eachPage(dir, func(path string, data []byte) {
		pages = append(pages, parser.Parse(source.NewFile(path, data)))
		urls[path] = "https://example.org/" + path
	})
	if err != nil {
		return nil, err
	}
	language := worklog.LanguageOptions{Code: "en", ContentDir: "content"}
	site := worklog.Read(pages, worklog.Options{Languages: []worklog.LanguageOptions{language}})
	out := filepath.Join(dir, fmt.Sprintf("worklog-%d.json", time.Now().UnixNano()))
	return func() error {
		data, err := generate.NewDocument(site.Languages[0]).Encode("Worklog", urls)
		if err != nil {
			return err
		}
		defer os.Remove(out)
		return os.WriteFile(out, data, 0o644)
	}, nil
}

// eachPage reads the pages of a made-up site; paths are relative to its folder, slashes forward.
func eachPage(dir string, do func(path string, data []byte)) error {
	root := os.DirFS(dir)
	return fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if err == nil {
			do(name, data)
		}
		return err
	})
}
