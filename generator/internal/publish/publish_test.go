package publish

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// tree is files by name; a name that ends with a slash is an empty folder.
type tree map[string]string

func (files tree) writeTo(t *testing.T, dir string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			must(t, os.MkdirAll(file, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(text), 0o644))
	}
}

func (files tree) fs() fs.FS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// read returns what lies in a folder; empty folders are part of it.
func read(t *testing.T, dir string) tree {
	t.Helper()
	files := tree{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		switch {
		case err != nil || path == dir:
		case d.IsDir():
			entries, _ := os.ReadDir(path)
			if len(entries) == 0 {
				files[name+"/"] = ""
			}
		case d.Type()&fs.ModeSymlink != 0:
			files[name] = "a link"
		default:
			data, err := os.ReadFile(path)
			files[name] = string(data)
			return err
		}
		return err
	}))
	return files
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantTree(t *testing.T, dir string, want tree) {
	t.Helper()
	if got := read(t, dir); !maps.Equal(got, want) {
		t.Errorf("%s holds %v\nwant %v", filepath.Base(dir), got, want)
	}
}

// newSite returns a site's root and its published folder, which is absent.
func newSite(t *testing.T) (root, out string) {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	tree{"content/_index.md": "", "static/a.css": "", "hugo.toml": ""}.writeTo(t, root)
	return root, filepath.Join(root, "public")
}

func prepare(t *testing.T, root, out string) *Stage {
	t.Helper()
	s, err := Prepare(t.Context(), Options{Out: out, Source: root})
	must(t, err)
	return s
}

func publishTree(t *testing.T, root, out string, files tree, static ...fs.FS) Counts {
	t.Helper()
	s := prepare(t, root, out)
	files.writeTo(t, s.Dir)
	counts, err := s.Commit(static...)
	must(t, err)
	wantNoTraces(t, out)
	return counts
}

// wantNoTraces holds that nothing but the site is left.
func wantNoTraces(t *testing.T, out string) {
	t.Helper()
	for _, pattern := range []string{filepath.Join(filepath.Dir(out), ".*worklog*"), filepath.Join(out, ".worklog*")} {
		left, err := filepath.Glob(pattern)
		must(t, err)
		if len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestCommit(t *testing.T) {
	tests := []struct {
		name                 string
		old, rendered, want  tree
		ours, theirs         tree
		written, same, taken int
	}{
		{name: "absent", rendered: tree{"index.html": "new", "a/b/index.html": "b"}, ours: tree{"css/x.css": "x"},
			want: tree{"index.html": "new", "a/b/index.html": "b", "css/x.css": "x"}, written: 3},
		{name: "empty", old: tree{"./": ""}, rendered: tree{"index.html": "new", "a/b/index.html": "b"},
			want: tree{"index.html": "new", "a/b/index.html": "b"}, written: 2},
		{name: "the same", old: tree{"index.html": "x", "a/index.html": "a", "s.css": "s"},
			rendered: tree{"index.html": "x", "a/index.html": "a"}, ours: tree{"s.css": "s"},
			want: tree{"index.html": "x", "a/index.html": "a", "s.css": "s"}, same: 3},
		{name: "changed, of the same size and not", old: tree{"index.html": "old", "a.css": "1", "same.txt": "x"},
			rendered: tree{"index.html": "new"}, theirs: tree{"a.css": "22", "same.txt": "x"},
			want: tree{"index.html": "new", "a.css": "22", "same.txt": "x"}, written: 2, same: 1},
		{name: "stale files and folders", old: tree{"index.html": "x", "old.html": "", "a/index.html": "", "b/c/d/x": "", "b/y": "", "e/": "", "f/g": "g", "f/h": ""},
			rendered: tree{"index.html": "x", "f/g": "g"}, want: tree{"index.html": "x", "f/g": "g"}, same: 2, taken: 5},
		{name: "dot entries at the top", old: tree{".git/HEAD": "ref", ".nojekyll": "", "index.html": "x", "a/.hidden": "stale"},
			rendered: tree{"index.html": "x"}, want: tree{".git/HEAD": "ref", ".nojekyll": "", "index.html": "x"}, same: 1, taken: 1},
		{name: "only dot entries", old: tree{".git/HEAD": "ref"}, rendered: tree{"index.html": "x"}, ours: tree{".nojekyll": ""},
			want: tree{".git/HEAD": "ref", "index.html": "x", ".nojekyll": ""}, written: 2},
		{name: "a file becomes a folder", old: tree{"index.html": "x", "a": "file"}, rendered: tree{"index.html": "x", "a/b/index.html": "b"},
			want: tree{"index.html": "x", "a/b/index.html": "b"}, written: 1, same: 1, taken: 1},
		{name: "a folder becomes a file", old: tree{"index.html": "x", "a/b/c": "", "a/d": ""}, rendered: tree{"index.html": "x", "a": "file"},
			want: tree{"index.html": "x", "a": "file"}, written: 1, same: 1, taken: 2},
		{name: "who wins", rendered: tree{"index.html": "page", "a": "file"},
			ours:    tree{"index.html": "ours", "s.css": "ours", "o.css": "ours", "a/x": "under a file", "d/x": "ours", "f": "ours"},
			theirs:  tree{"s.css": "theirs", "t.css": "theirs", "d": "a file", "f/x": "theirs"},
			want:    tree{"index.html": "page", "a": "file", "s.css": "theirs", "o.css": "ours", "t.css": "theirs", "d": "a file", "f/x": "theirs"},
			written: 7},
		{name: "static files that were staged stay", old: tree{"index.html": "x", "s/a": "1", "s/b": "2"}, rendered: tree{"index.html": "x"},
			ours: tree{"s/a": "1", "s/b": "3"}, want: tree{"index.html": "x", "s/a": "1", "s/b": "3"}, written: 1, same: 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root, out := newSite(t)
			tt.old.writeTo(t, out+"/")
			if tt.old == nil {
				os.Remove(out)
			}
			got := publishTree(t, root, out, tt.rendered, tt.ours.fs(), tt.theirs.fs())
			wantTree(t, out, tt.want)
			if want := (Counts{tt.written, tt.same, tt.taken}); got != want {
				t.Errorf("counts %+v, want %+v", got, want)
			}
		})
	}
}

func TestCommitLeavesUnchangedFilesAlone(t *testing.T) {
	root, out := newSite(t)
	publishTree(t, root, out, tree{"index.html": "1", "a/same.html": "same", "a/other.html": "1"})
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	same := filepath.Join(out, "a/same.html")
	must(t, os.Chtimes(same, long, long))
	before, err := os.Stat(same)
	must(t, err)
	publishTree(t, root, out, tree{"index.html": "2", "a/same.html": "same", "a/other.html": "2"})
	after, err := os.Stat(same)
	must(t, err)
	if !os.SameFile(before, after) || !after.ModTime().Equal(long) {
		t.Errorf("the unchanged file was written anew, at %v", after.ModTime())
	}
}

func TestCommitFollowsTheLinkThatIsPublic(t *testing.T) {
	root, out := newSite(t)
	target := filepath.Join(t.TempDir(), "www")
	tree{"index.html": "old"}.writeTo(t, target)
	must(t, os.Symlink(target, out))
	publishTree(t, root, out, tree{"index.html": "new"})
	wantTree(t, target, tree{"index.html": "new"})
	if info, err := os.Lstat(out); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestCommitReplacesLinksInsidePublic(t *testing.T) {
	root, out := newSite(t)
	outside := t.TempDir()
	tree{"index.html": "mine", "x": "mine"}.writeTo(t, outside)
	tree{"index.html": "old"}.writeTo(t, out)
	for _, name := range []string{"a", "stale"} {
		must(t, os.Symlink(outside, filepath.Join(out, name)))
	}
	must(t, os.Symlink(filepath.Join(outside, "x"), filepath.Join(out, "x")))
	publishTree(t, root, out, tree{"index.html": "new", "a/index.html": "a", "x": "new"})
	wantTree(t, out, tree{"index.html": "new", "a/index.html": "a", "x": "new"})
	wantTree(t, outside, tree{"index.html": "mine", "x": "mine"})
}

func TestCommitLeavesOutLinksOfStatic(t *testing.T) {
	root, out := newSite(t)
	static := filepath.Join(root, "static")
	must(t, os.Symlink(filepath.Join(root, "hugo.toml"), filepath.Join(static, "link")))
	must(t, os.Symlink(filepath.Join(root, "content"), filepath.Join(static, "folder")))
	publishTree(t, root, out, tree{"index.html": "x"}, os.DirFS(static), os.DirFS(filepath.Join(root, "absent")))
	wantTree(t, out, tree{"index.html": "x", "a.css": ""})
}

// broken fails when one file is read, as a disk does.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "z.css" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("input/output error")}
	}
	return b.FS.Open(name)
}

func TestCommitThatFailsLeavesTheOldSite(t *testing.T) {
	root, out := newSite(t)
	old := tree{"index.html": "old", "a/index.html": "a", "stale": ""}
	old.writeTo(t, out)
	s := prepare(t, root, out)
	tree{"index.html": "new", "b/index.html": "b"}.writeTo(t, s.Dir)
	_, err := s.Commit(broken{tree{"a.css": "a", "z.css": "z"}.fs()})
	if err == nil || !strings.Contains(err.Error(), "input/output error") {
		t.Errorf("error %v", err)
	}
	wantTree(t, out, old)
	wantNoTraces(t, out)
	if _, err := s.Commit(); err == nil {
		t.Error("a second Commit is no error")
	}
}

func TestCommitOfNothingLeavesTheOldSite(t *testing.T) {
	root, out := newSite(t)
	tree{"index.html": "old"}.writeTo(t, out)
	if _, err := prepare(t, root, out).Commit(); err == nil || !strings.Contains(err.Error(), "rendered no file") {
		t.Errorf("error %v", err)
	}
	wantTree(t, out, tree{"index.html": "old"})
	wantNoTraces(t, out)
}

// TestMovesAreUndone breaks one move after another of a plan with moves of every kind.
func TestMovesAreUndone(t *testing.T) {
	old := tree{"index.html": "old", "same": "s", "stale/a/b": "", "stale/c": "", "file": "f", "dir/x": "x", "dir/y": "", "deep/d/e": "old"}
	rendered := tree{"index.html": "new", "same": "s", "file/in/it": "new", "dir": "new", "deep/d/e": "new", "deep/d/f": "new", "new/a": ""}
	for broken := 0; ; broken++ {
		root, out := newSite(t)
		old.writeTo(t, out)
		s := prepare(t, root, out)
		rendered.writeTo(t, s.Dir)
		site, err := collect(s.Dir, nil)
		must(t, err)
		p := plan{stage: s.Dir, out: s.out}
		must(t, p.make(site))
		if broken == len(p.moves) {
			must(t, p.apply(s.aside()))
			wantTree(t, out, rendered)
			must(t, s.Discard())
			if broken < 8 {
				t.Errorf("only %d moves", broken)
			}
			return
		}
		p.moves = slices.Insert(p.moves, broken, move{name: "not/there", in: true})
		err = p.apply(s.aside())
		if lost := (*lostError)(nil); !errors.Is(err, fs.ErrNotExist) || errors.As(err, &lost) {
			t.Errorf("error %v", err)
		}
		wantTree(t, out, old)
		must(t, s.Discard())
		wantNoTraces(t, out)
	}
}

func TestUndoThatFailsSaysWhereTheFilesAre(t *testing.T) {
	root, out := newSite(t)
	tree{"index.html": "old"}.writeTo(t, out)
	s := prepare(t, root, out)
	tree{"index.html": "new"}.writeTo(t, s.Dir)
	// The name that is undone is not that under which the file was set aside.
	p := plan{stage: s.Dir, out: s.out, moves: []move{{name: "index.html", aside: true}, {name: "gone", aside: true}}}
	must(t, os.Mkdir(s.aside(), 0o755))
	must(t, p.move(p.moves[0], filepath.Join(s.aside(), "elsewhere")))
	must(t, os.RemoveAll(filepath.Join(s.aside(), "elsewhere")))
	if err := p.undo(1, s.aside()); err == nil || !strings.Contains(err.Error(), "cannot put back "+filepath.Join(out, "index.html")) {
		t.Errorf("error %v", err)
	}
	must(t, s.Discard())
}

func TestDiscardLeavesNothing(t *testing.T) {
	root, out := newSite(t)
	s := prepare(t, root, out)
	tree{"a/b": "c"}.writeTo(t, s.Dir)
	must(t, s.Discard())
	must(t, s.Discard())
	wantNoTraces(t, out)
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("public was made: %v", err)
	}
}

func TestPrepareRemovesWhatACrashLeft(t *testing.T) {
	root, out := newSite(t)
	tree{"site/half.html": "", "old/0": "", "lock": ""}.writeTo(t, filepath.Join(root, ".public.worklog"))
	publishTree(t, root, out, tree{"index.html": "x"})
	wantTree(t, out, tree{"index.html": "x"})
}

func TestPrepareRefuses(t *testing.T) {
	root, out := newSite(t)
	tree{"mine/notes.txt": "", "file": "", "docs/page.md": ""}.writeTo(t, root)
	must(t, os.Symlink(filepath.Join(root, "nowhere"), filepath.Join(root, "dangling")))
	must(t, os.Symlink(root, filepath.Join(root, "itself")))
	before := read(t, root)
	tests := []struct{ out, want string }{
		{root, "the site is read from there"},
		{filepath.Dir(root), "the site is read from there"},
		{"/", "the site is read from there"},
		{filepath.Join(root, "itself"), "the site is read from there"},
		{filepath.Join(root, "content"), "the site is read from there"},
		{filepath.Join(root, "content/public"), "it lies in"},
		{filepath.Join(root, "layouts/not/made/yet"), "it lies in"},
		{filepath.Join(root, "docs/public"), "it lies in"},
		{filepath.Join(root, "docs"), "the site is read from there"},
		{filepath.Join(root, "mine"), "it holds files (notes.txt) but no index.html"},
		{filepath.Join(root, "file"), "it is a file"},
		{filepath.Join(root, "file/public"), "a file is in place of a folder"},
		{filepath.Join(root, "dangling"), "a link to a folder that does not exist"},
	}
	for _, tt := range tests {
		s, err := Prepare(t.Context(), Options{Out: tt.out, Source: root, Reads: []string{"docs", "."}})
		if err == nil {
			s.Discard()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.out, err, tt.want)
		}
	}
	wantTree(t, root, before)
	wantNoTraces(t, out)
}

func TestPrepareTakesASiteWithItsPagesInLanguages(t *testing.T) {
	root, out := newSite(t)
	tree{"en/index.html": "", "en/worklog.json": "{}", "sitemap.xml": ""}.writeTo(t, out)
	publishTree(t, root, out, tree{"en/index.html": "new"})
	wantTree(t, out, tree{"en/index.html": "new"})
}

func TestPrepareInAFolderThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root writes everywhere")
	}
	root, out := newSite(t)
	tree{"index.html": "old"}.writeTo(t, out)
	must(t, os.Chmod(out, 0o555))
	t.Cleanup(func() { os.Chmod(out, 0o755) })
	_, err := Prepare(t.Context(), Options{Out: out, Source: root})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "choose another folder with -d") {
		t.Errorf("error %v", err)
	}
	wantNoTraces(t, out)
}

func TestWorkGoesInsideWhereBesideCannotBeUsed(t *testing.T) {
	root, out := newSite(t)
	tree{"index.html": "old"}.writeTo(t, out)
	tree{".public.worklog": "a file is in the way"}.writeTo(t, root)
	s := prepare(t, root, out)
	if want := filepath.Join(out, ".worklog", "site"); s.Dir != want {
		t.Errorf("stage %s, want %s", s.Dir, want)
	}
	tree{"index.html": "new"}.writeTo(t, s.Dir)
	_, err := s.Commit()
	must(t, err)
	wantTree(t, out, tree{"index.html": "new"})
}

func TestSecondBuildWaits(t *testing.T) {
	root, out := newSite(t)
	first := prepare(t, root, out)
	waits := make(chan bool, 1)
	done := make(chan error, 1)
	go func() {
		second, err := Prepare(context.Background(), Options{Out: out, Source: root, Wait: func() { waits <- true }})
		if err == nil {
			os.WriteFile(filepath.Join(second.Dir, "index.html"), []byte("second"), 0o644)
			_, err = second.Commit()
		}
		done <- err
	}()
	<-waits
	tree{"index.html": "first"}.writeTo(t, first.Dir)
	_, err := first.Commit()
	must(t, err)
	must(t, <-done)
	wantTree(t, out, tree{"index.html": "second"})
	wantNoTraces(t, out)
}

func TestSecondBuildGivesUp(t *testing.T) {
	root, out := newSite(t)
	first := prepare(t, root, out)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Prepare(ctx, Options{Out: out, Source: root, Wait: cancel})
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "another build of the same folder is running") {
		t.Errorf("error %v", err)
	}
	must(t, first.Discard())
	wantNoTraces(t, out)
}

func TestManyBuildsAtOnce(t *testing.T) {
	root, out := newSite(t)
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			text := strings.Repeat("x", i+1)
			s, err := Prepare(context.Background(), Options{Out: out, Source: root})
			if err == nil {
				err = errors.Join(os.WriteFile(filepath.Join(s.Dir, "index.html"), []byte(text), 0o644),
					os.WriteFile(filepath.Join(s.Dir, text+".html"), []byte(text), 0o644))
			}
			if err == nil {
				_, err = s.Commit()
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	got := read(t, out)
	if text := got["index.html"]; len(got) != 2 || got[text+".html"] != text {
		t.Errorf("public is of more than one build: %v", got)
	}
	wantNoTraces(t, out)
}
