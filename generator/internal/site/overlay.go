package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bep/overlayfs"
	"github.com/spf13/afero"
)

// overlay is the file system that Hugo reads: generated files in memory over the site on disk.
type overlay struct {
	afero.Fs
	mem  afero.Fs
	disk *disk
	dir  string // the site
	root string // below it everything is in memory only
}

func newOverlay(dir, root string) *overlay {
	o := &overlay{mem: afero.NewMemMapFs(), disk: &disk{Fs: afero.NewReadOnlyFs(afero.NewOsFs())}, dir: dir, root: root}
	o.disk.hide(root)
	o.Fs = overlayfs.New(overlayfs.Options{
		Fss:           []afero.Fs{o.mem, o.disk},
		FirstWritable: true,
		DirsMerger:    mergeDirs,
	})
	return o
}

// mergeDirs joins the entries of a folder in memory and on disk. The one that comes with the file
// system compares all with all, which a section of 10,000 weeks feels.
func mergeDirs(upper, lower []fs.DirEntry) []fs.DirEntry {
	if len(upper) == 0 {
		return lower
	}
	known := make(map[string]struct{}, len(upper))
	for _, e := range upper {
		known[e.Name()] = struct{}{}
	}
	for _, e := range lower {
		if _, ok := known[e.Name()]; !ok {
			upper = append(upper, e)
		}
	}
	return upper
}

// path gives the place of a generated file.
func (o *overlay) path(rel string) string { return filepath.Join(o.root, filepath.FromSlash(rel)) }

// write puts a file into memory; it replaces the one of the same name.
func (o *overlay) write(path string, data []byte) error {
	if err := o.mem.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return afero.WriteFile(o.mem, path, data, 0o644)
}

// copyFS puts the files of a folder of ours into memory, below root/to.
func (o *overlay) copyFS(fsys fs.FS, to string) error {
	if fsys == nil {
		return nil
	}
	return fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		return o.write(filepath.Join(o.path(to), filepath.FromSlash(path)), data)
	})
}

// relative gives the path below the site with slashes forward; ok is false for files elsewhere.
func (o *overlay) relative(path string) (rel string, ok bool) {
	rel, err := filepath.Rel(o.dir, path)
	if err != nil || strings.HasPrefix(filepath.ToSlash(path), filepath.ToSlash(o.root)) {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	return rel, rel != ".." && !strings.HasPrefix(rel, "../")
}

// disk is the author's disk, read only and without the files that Hugo must not see: pages, which
// come from memory, and what was set aside.
type disk struct {
	afero.Fs
	gone  []string               // single paths
	pages func(path string) bool // pages on disk; nil as long as the content folders are not known
}

func (d *disk) hide(path string) { d.gone = append(d.gone, path) }

func (d *disk) hidden(path string) bool {
	if slices.Contains(d.gone, path) {
		return true
	}
	if d.pages == nil || !d.pages(path) {
		return false
	}
	info, err := os.Lstat(path) // a folder may be called week.md
	return err != nil || !info.IsDir()
}

// Open opens a file; a folder lists only what is not hidden.
func (d *disk) Open(name string) (afero.File, error) {
	if d.hidden(filepath.Clean(name)) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f, err := d.Fs.Open(name)
	if err != nil {
		return nil, err
	}
	return &diskFile{File: f, disk: d, path: filepath.Clean(name)}, nil
}

// Stat follows symbolic links, as Hugo asks for it only on the folders of the configuration.
func (d *disk) Stat(name string) (os.FileInfo, error) {
	if d.hidden(filepath.Clean(name)) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return d.Fs.Stat(name)
}

// LstatIfPossible lets Hugo see symbolic links, which it leaves out.
func (d *disk) LstatIfPossible(name string) (os.FileInfo, bool, error) {
	if d.hidden(filepath.Clean(name)) {
		return nil, false, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
	}
	info, err := os.Lstat(name)
	return info, true, err
}

// diskFile filters the listing of a folder.
type diskFile struct {
	afero.File
	disk *disk
	path string
}

// ReadDir is the listing that Hugo asks for.
func (f *diskFile) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := f.File.(fs.ReadDirFile).ReadDir(n)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return f.disk.hidden(filepath.Join(f.path, e.Name()))
	}), err
}

// Readdir is the listing of older callers.
func (f *diskFile) Readdir(n int) ([]os.FileInfo, error) {
	infos, err := f.File.Readdir(n)
	return slices.DeleteFunc(infos, func(i os.FileInfo) bool {
		return f.disk.hidden(filepath.Join(f.path, i.Name()))
	}), err
}

// Readdirnames is the listing by names alone.
func (f *diskFile) Readdirnames(n int) ([]string, error) {
	names, err := f.File.Readdirnames(n)
	return slices.DeleteFunc(names, func(name string) bool {
		return f.disk.hidden(filepath.Join(f.path, name))
	}), err
}
