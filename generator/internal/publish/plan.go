package publish

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// plan is what has to be moved to make the published folder the new site.
type plan struct {
	stage, out string
	moves      []move
	counts     Counts
	buffers    buffers
}

// move is one change of the published folder. Its name is relative, slashes forward.
type move struct {
	name  string
	aside bool // out of the published folder
	in    bool // from the stage into it; with aside, in place of what was there
}

// make finds the moves, and puts static files on the stage where they are new or changed.
func (p *plan) make(site *node) error {
	if _, err := os.Stat(p.out); errors.Is(err, fs.ErrNotExist) {
		return p.whole(".", site)
	}
	return p.folder(".", site)
}

// folder compares a folder of the site with the published one of that name.
func (p *plan) folder(name string, n *node) error {
	entries, err := os.ReadDir(p.at(p.out, name))
	if err != nil {
		return err
	}
	// The names are compared here and not by the file system, which may ignore their case.
	published := map[string]fs.DirEntry{}
	for _, e := range entries {
		published[e.Name()] = e
		keep := name == "." && strings.HasPrefix(e.Name(), ".")
		if n.children[e.Name()] == nil && !keep {
			if err := p.remove(path.Join(name, e.Name())); err != nil {
				return err
			}
		}
	}
	for _, base := range slices.Sorted(maps.Keys(n.children)) {
		if err := p.entry(path.Join(name, base), n.children[base], published[base]); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) entry(name string, n *node, published fs.DirEntry) error {
	switch {
	case published == nil:
		return p.whole(name, n)
	case n.children != nil && published.IsDir():
		return p.folder(name, n)
	case n.children != nil || !published.Type().IsRegular():
		if err := p.remove(name); err != nil {
			return err
		}
		return p.whole(name, n)
	}
	same, err := p.same(name, n)
	if err != nil {
		return err
	}
	if same {
		p.counts.Unchanged++
		return nil
	}
	p.counts.Written++
	p.moves = append(p.moves, move{name: name, aside: true, in: true})
	return p.fill(name, n)
}

// whole moves in a file or folder of whose name nothing is published.
func (p *plan) whole(name string, n *node) error {
	p.counts.Written += n.files()
	p.moves = append(p.moves, move{name: name, in: true})
	return p.fill(name, n)
}

// remove moves out whatever is published under a name.
func (p *plan) remove(name string) error {
	p.moves = append(p.moves, move{name: name, aside: true})
	return filepath.WalkDir(p.at(p.out, name), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			p.counts.Removed++
		}
		return err
	})
}

// fill puts the static files of a node on the stage.
func (p *plan) fill(name string, n *node) error {
	if n.children != nil {
		for _, base := range slices.Sorted(maps.Keys(n.children)) {
			if err := p.fill(path.Join(name, base), n.children[base]); err != nil {
				return err
			}
		}
		return nil
	}
	if n.from == nil {
		return nil
	}
	to := p.at(p.stage, name)
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return write(n.from, name, to)
}

func write(fsys fs.FS, name, to string) (err error) {
	in, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// same reports whether a file of the site has the bytes of the published one.
func (p *plan) same(name string, n *node) (bool, error) {
	fsys := n.from
	if fsys == nil {
		fsys = os.DirFS(p.stage)
	}
	return p.buffers.equal(fsys, name, p.at(p.out, name))
}

func (p *plan) at(root, name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
