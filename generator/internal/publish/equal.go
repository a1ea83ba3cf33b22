package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// buffers is room for comparing two files, used again for the next two.
type buffers [2][16 << 10]byte

// equal reports whether a file of a file system has the bytes of one on the disk. It reads them
// only where the sizes are the same, a little at a time.
func (b *buffers) equal(fsys fs.FS, name, other string) (bool, error) {
	mine, err := fsys.Open(name)
	if err != nil {
		return false, err
	}
	defer mine.Close()
	published, err := os.Open(other)
	if errors.Is(err, fs.ErrPermission) {
		return false, nil // it can be replaced all the same
	}
	if err != nil {
		return false, err
	}
	defer published.Close()
	info, errA := mine.Stat()
	was, errB := published.Stat()
	if err := errors.Join(errA, errB); err != nil || info.Size() != was.Size() {
		return false, err
	}
	return b.equalBytes(mine, published)
}

func (b *buffers) equalBytes(mine, published io.Reader) (bool, error) {
	for {
		n, errA := io.ReadFull(mine, b[0][:])
		m, errB := io.ReadFull(published, b[1][:])
		if !bytes.Equal(b[0][:n], b[1][:m]) {
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
