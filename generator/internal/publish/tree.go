package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// node is a file or a folder of the site to be published.
type node struct {
	children map[string]*node // nil for a file
	from     fs.FS            // nil for what lies on the stage
}

func folder() *node { return &node{children: map[string]*node{}} }

// files counts the files of a node.
func (n *node) files() int {
	if n.children == nil {
		return 1
	}
	count := 0
	for _, child := range n.children {
		count += child.files()
	}
	return count
}

// collect returns the site that lies on the stage together with the static files that nothing of
// higher rank displaces.
func collect(stage string, static []fs.FS) (*node, error) {
	site := folder()
	if err := site.addAll(os.DirFS(stage), nil); err != nil {
		return nil, err
	}
	for i := len(static) - 1; i >= 0; i-- {
		if err := site.addAll(static[i], static[i]); err != nil {
			return nil, err
		}
	}
	return site, nil
}

func (n *node) addAll(fsys, from fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case name == "." && errors.Is(err, fs.ErrNotExist):
			return nil // many sites have no static files
		case err != nil:
			return err
		case d.Type().IsRegular():
			n.add(name, from)
		}
		return nil
	})
}

// add puts a file at its place, unless there is a file of that name already or one in place of a
// folder above it.
func (n *node) add(name string, from fs.FS) {
	dir, base := path.Split(name)
	for part := range strings.SplitSeq(strings.TrimSuffix(dir, "/"), "/") {
		if part == "" {
			break
		}
		child := n.children[part]
		if child == nil {
			child = folder()
			n.children[part] = child
		}
		if child.children == nil {
			return
		}
		n = child
	}
	if n.children[base] == nil {
		n.children[base] = &node{from: from}
	}
}
