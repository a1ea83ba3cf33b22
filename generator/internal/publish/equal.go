package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// equal reports whether a file of a file system has the bytes of one on the disk. It reads them
// only where the sizes are the same, a little at a time.
func equal(fsys fs.FS, name, other string) (bool, error) {
	a, err := fsys.Open(name)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := os.Open(other)
	if errors.Is(err, fs.ErrPermission) {
		return false, nil // it can be replaced all the same
	}
	if err != nil {
		return false, err
	}
	defer b.Close()
	infoA, errA := a.Stat()
	infoB, errB := b.Stat()
	if err := errors.Join(errA, errB); err != nil || infoA.Size() != infoB.Size() {
		return false, err
	}
	return equalBytes(a, b)
}

func equalBytes(a, b io.Reader) (bool, error) {
	var bufA, bufB [16 << 10]byte
	for {
		n, errA := io.ReadFull(a, bufA[:])
		m, errB := io.ReadFull(b, bufB[:])
		if !bytes.Equal(bufA[:n], bufB[:m]) {
			return false, nil
		}
		for _, err := range []error{errA, errB} {
			switch err {
			case nil:
			case io.EOF, io.ErrUnexpectedEOF:
				return true, nil // as many bytes on both sides, and no more on one
			default:
				return false, err
			}
		}
	}
}
