package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// workFolders returns where a build may work: beside the published folder, or else inside it,
// where its parent is on another disk or cannot be written.
func workFolders(out string) []string {
	folders := []string{filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".worklog")}
	if _, err := os.Stat(out); err == nil {
		folders = append(folders, filepath.Join(out, ".worklog"))
	}
	return folders
}

// open takes the lock, after which whatever lies in the work folder was left by a build that
// crashed, and makes sure that files can be moved from there to the published folder.
func (s *Stage) open(ctx context.Context, wait func()) error {
	var err error
	if s.lock, err = acquire(ctx, s.work, wait); err != nil {
		return err
	}
	if err = s.clear(); err == nil {
		err = s.probe()
	}
	if err == nil {
		err = os.Mkdir(s.Dir, 0o755)
	}
	if err != nil {
		return errors.Join(err, s.Discard())
	}
	return nil
}

// probe moves an empty file to the published folder and removes it there: nothing else tells
// beforehand whether the folder can be written and is not another mount of the same disk.
func (s *Stage) probe() error {
	if _, err := os.Stat(s.out); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	from, to := filepath.Join(s.work, "probe"), filepath.Join(s.out, ".worklog-probe")
	if err := os.WriteFile(from, nil, 0o644); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, os.Remove(from))
	}
	return os.Remove(to)
}

// resolve returns the absolute path of a folder that may not exist yet, without links.
func resolve(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", fmt.Errorf("cannot find the folder %s: %w", name, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", explain(err, abs)
	}
	if info, err := os.Lstat(abs); err == nil && info.Mode()&fs.ModeSymlink == 0 {
		return resolve(abs) // another build has made it just now
	} else if err == nil {
		return "", fmt.Errorf("%s is a link to a folder that does not exist: make that folder, or remove the link", name)
	}
	parent, err := resolve(filepath.Dir(abs))
	return filepath.Join(parent, filepath.Base(abs)), err
}
