package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// explain adds what to do about an error of writing beside or in the published folder.
func explain(err error, out string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("the disk is full, %s is as it was: make room there, or choose a folder on another disk with -d (%w)",
			out, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("cannot write to %s, it is as it was: make it and its files writable, or choose another folder with -d (%w)",
			out, err)
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("cannot publish to %s: a file is in place of a folder on the way; choose another folder with -d (%w)",
			out, err)
	}
	return fmt.Errorf("cannot publish to %s: %w", out, err)
}
