package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// bench is one run of the command.
type bench struct {
	ctx           context.Context
	o             options
	progress      io.Writer
	dir           string // everything lies below it
	worklog, hugo string // the programs
	self          string // this program
	rival         string // configuration that is added for hugo
	number        int    // of output folders so far
}

// measure builds both programs and runs them in turn on every site.
func measure(ctx context.Context, o options, progress io.Writer) (*results, error) {
	b := &bench{ctx: ctx, o: o, progress: progress}
	var err error
	if b.dir, err = os.MkdirTemp("", "worklog-bench-"); err != nil {
		return nil, err
	}
	if o.keep {
		fmt.Fprintln(progress, "sites and outputs stay in", b.dir)
	} else {
		defer os.RemoveAll(b.dir)
	}
	if err := b.prepare(); err != nil {
		return nil, err
	}
	r := &results{}
	start, err := b.site(1)
	if err != nil {
		return nil, err
	}
	r.Start = *start
	for _, n := range o.weeks {
		s, err := b.site(n)
		if err != nil {
			return nil, err
		}
		r.Sites = append(r.Sites, *s)
	}
	if o.corpus != "" {
		if r.Corpus, err = b.corpus(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// prepare builds the programs: the generator, and hugo in the version that the generator embeds.
func (b *bench) prepare() (err error) {
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	b.worklog, b.hugo = filepath.Join(b.dir, "worklog"), filepath.Join(b.dir, "hugo")
	for program, pkg := range map[string]string{b.worklog: "worklog/generator", b.hugo: "github.com/gohugoio/hugo"} {
		fmt.Fprintln(b.progress, "building", pkg)
		if out, err := exec.CommandContext(b.ctx, "go", "build", "-o", program, pkg).CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w: run the command in the repository\n%s", pkg, err, out)
		}
	}
	b.rival, err = writeRival(filepath.Join(b.dir, "rival"))
	return err
}

// site measures one site. The programs take turns, so that a busy spell of the machine hits both.
func (b *bench) site(weeks int) (*siteResult, error) {
	dir := filepath.Join(b.dir, fmt.Sprintf("site-%d", weeks))
	if err := writeSite(dir, weeks); err != nil {
		return nil, err
	}
	var build, hugo, check, data, whole []usage
	for i := range b.o.runs {
		fmt.Fprintf(b.progress, "%d weeks, run %d of %d\n", weeks, i+1, b.o.runs)
		ours, theirs, all := b.output(), b.output(), b.output()
		if err := setParts(dir, false); err != nil {
			return nil, err
		}
		u, err := b.run(b.worklog, "build", "-s", dir, "-d", ours)
		if err != nil {
			return nil, err
		}
		build = append(build, u)
		u, err = b.run(b.hugo, "-s", dir, "-d", theirs, "--config", "config.toml,"+b.rival, "--noBuildLock")
		if err != nil {
			return nil, err
		}
		hugo = append(hugo, u)
		if u, err = b.run(b.worklog, "check", "-s", dir); err != nil {
			return nil, err
		}
		check = append(check, u)
		if err := setParts(dir, true); err != nil {
			return nil, err
		}
		if u, err = b.run(b.worklog, "build", "-s", dir, "-d", all); err != nil {
			return nil, err
		}
		whole = append(whole, u)
		if u, err = b.runSelf(measureData, dir); err != nil {
			return nil, err
		}
		data = append(data, u)
		if err := compare(ours, theirs, weeks); err != nil {
			return nil, err
		}
		if b.o.keep && i == b.o.runs-1 {
			continue
		}
		for _, out := range []string{ours, theirs, all} {
			if err := os.RemoveAll(out); err != nil {
				return nil, err
			}
		}
	}
	return &siteResult{weeks, median(build), median(hugo), median(check), median(data), median(whole)}, nil
}

// output names a new folder: both programs always write a whole site.
func (b *bench) output() string {
	b.number++
	return filepath.Join(b.dir, fmt.Sprintf("out-%d", b.number))
}

// run runs a program to its end.
func (b *bench) run(program string, args ...string) (usage, error) {
	u, _, err := b.capture(program, args...)
	return u, err
}

// runSelf has a process of this program measure a part of the work.
func (b *bench) runSelf(what, dir string) (usage, error) {
	_, out, err := b.capture(b.self, "-measure", what, dir)
	if err != nil {
		return usage{}, err
	}
	n, err := strconv.ParseInt(strings.TrimSpace(out), 10, 64)
	return usage{CPU: time.Duration(n)}, err
}

func (b *bench) capture(program string, args ...string) (usage, string, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(b.ctx, program, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return usage{}, "", fmt.Errorf("%s: %w\n%s", cmd, err, last(stderr.String(), 2000))
	}
	return usageOf(cmd.ProcessState), stdout.String(), nil
}

// last shortens what a program has printed to its end.
func last(s string, n int) string { return s[max(0, len(s)-n):] }

// corpus measures check over all sites of the corpus in one process.
func (b *bench) corpus() (*corpusResult, error) {
	sites, err := siteDirs(b.o.corpus)
	if err != nil {
		return nil, err
	}
	r := &corpusResult{Sites: len(sites)}
	var all []usage
	for i := range b.o.runs {
		fmt.Fprintf(b.progress, "corpus, run %d of %d\n", i+1, b.o.runs)
		u, err := b.runSelf(measureCorpus, b.o.corpus)
		if err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	r.Check = median(all)
	return r, nil
}
