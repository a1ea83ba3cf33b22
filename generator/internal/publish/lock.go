package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// retry is how often a waiting build asks again.
const retry = 50 * time.Millisecond

// lock keeps a work folder to one build. The system frees it when its process ends, however it
// ends.
type lock struct {
	dir  string
	file *flock.Flock
}

// acquire makes the folder and locks it, waiting for another build until the context is done.
func acquire(ctx context.Context, dir string, wait func()) (*lock, error) {
	for {
		l := &lock{dir: dir, file: flock.New(filepath.Join(dir, "lock"))}
		held, err := l.try()
		if held || err != nil {
			return l, err
		}
		if wait != nil {
			wait()
			wait = nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("another build of the same folder is running: wait until it has ended, "+
				"or choose another folder with -d (%w)", ctx.Err())
		case <-time.After(retry):
		}
	}
}

func (l *lock) try() (bool, error) {
	// Not MkdirAll: the folder above exists, or the one that is asked for must not be made.
	if err := os.Mkdir(l.dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return false, err
	}
	held, err := l.file.TryLock()
	switch {
	case errors.Is(err, errors.ErrUnsupported):
		return true, nil // a file system without locks: builds one after another still work
	case errors.Is(err, fs.ErrNotExist):
		return l.try() // a build that ends has just removed the folder
	case !held || err != nil:
		return false, err
	}
	// The build before has removed its lock file; a lock on that one keeps nobody out.
	mine, err := l.file.Stat()
	if err == nil {
		var there fs.FileInfo
		if there, err = os.Stat(l.file.Path()); err == nil && os.SameFile(mine, there) {
			return true, nil
		}
	}
	l.file.Close()
	return l.try()
}

// release removes the lock file while it is held, so that no other build can have locked it, and
// the folder where it is empty.
func (l *lock) release() {
	os.Remove(l.file.Path())
	os.Remove(l.dir)
	l.file.Close()
}
