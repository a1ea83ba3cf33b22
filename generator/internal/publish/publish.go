// Package publish brings a published folder up to date with a newly rendered site: whole, or not at
// all.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Options says what is published where.
type Options struct {
	Out    string   // the published folder; it may be absent or a link to a folder
	Source string   // the site's root
	Reads  []string // folders that the site is read from, relative to Source or absolute
	Wait   func()   // called once if another build of the same folder has to end first; may be nil
}

// Stage is a place on the disk of the published folder where a site is rendered before it is
// published. It is one build's alone, until Commit or Discard.
type Stage struct {
	Dir string // render here; it exists and is empty

	out  string // without links
	work string // holds Dir, what is set aside, and the lock
	lock *lock
}

// Counts says what a Commit did to the files of the published folder.
type Counts struct {
	Written, Unchanged, Removed int
}

// Prepare makes the stage for a build. It refuses a folder that publishing would harm: one that the
// site is read from or that contains it, or one with files that no build has put there. It waits
// for another build of the same folder until the context is done.
func Prepare(ctx context.Context, o Options) (*Stage, error) {
	out, err := resolve(o.Out)
	if err != nil {
		return nil, err
	}
	if err := refuse(out, o); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, explain(err, out)
	}
	var failed error
	for _, work := range workFolders(out) {
		s := &Stage{Dir: filepath.Join(work, "site"), out: out, work: work}
		if failed = s.open(ctx, o.Wait); failed == nil {
			return s, nil
		}
		if ctx.Err() != nil {
			break
		}
	}
	return nil, explain(failed, out)
}

func (s *Stage) clear() error {
	return errors.Join(os.RemoveAll(s.Dir), os.RemoveAll(s.aside()))
}

// aside is where files of the old site wait until the new one is in place.
func (s *Stage) aside() string { return filepath.Join(s.work, "old") }

// Discard removes the stage and leaves the published folder as it is. After Commit it does nothing.
func (s *Stage) Discard() error {
	if s.lock == nil {
		return nil
	}
	err := s.clear()
	s.lock.release()
	s.lock = nil
	if err != nil {
		return fmt.Errorf("cannot remove %s, remove it yourself: %w", s.work, err)
	}
	return nil
}

// Commit publishes what was rendered into Dir together with static files: it writes what is new or
// changed, removes what the site has no longer, and leaves alone what is the same, and entries at
// the top whose name begins with a dot (.git). Rendered files win over static ones, and a later
// file system over an earlier. Only regular files are taken from static, as Hugo does: links are
// left out.
//
// Everything is on the disk of the published folder before the first file there is touched, and
// an error leaves the folder as it was. The stage is removed in any case.
func (s *Stage) Commit(static ...fs.FS) (Counts, error) {
	if s.lock == nil {
		return Counts{}, errors.New("this stage was committed or discarded before")
	}
	site, err := collect(s.Dir, static)
	if err == nil && site.files() == 0 {
		err = errors.New("the build has rendered no file")
	}
	if err != nil {
		return Counts{}, errors.Join(explain(err, s.out), s.Discard())
	}
	p := plan{stage: s.Dir, out: s.out}
	if err := p.make(site); err != nil {
		return Counts{}, errors.Join(explain(err, s.out), s.Discard())
	}
	if err := p.apply(s.aside()); err != nil {
		if lost := (*lostError)(nil); errors.As(err, &lost) {
			s.lock.release() // the old files must stay where the error says
			s.lock = nil
			return Counts{}, err
		}
		return Counts{}, errors.Join(explain(err, s.out), s.Discard())
	}
	return p.counts, s.Discard()
}

// Explain adds to an error of rendering into Dir what to do about it, where that is known.
func (s *Stage) Explain(err error) error { return explain(err, s.out) }
