package browser

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	worklogfiles "worklog"
	"worklog/generator/internal/cli"
)

// site is a site that was built and is served.
type site struct {
	server *httptest.Server
	out    string   // the folder with what was built
	pages  []string // the path of every page, sorted; no redirects
}

// fixtures are the sites of the tests by their names, each built when a test first asks for it.
func fixtures(t *testing.T) map[string]func() (*site, error) {
	sites := map[string]func() (*site, error){}
	temp := t.TempDir()
	for name, write := range map[string]func(dir string) error{
		"program":  func(dir string) error { return writeProgram(dir, 13, "en", "vi") },
		"many":     func(dir string) error { return writeProgram(dir, 200, "en") },
		"thousand": func(dir string) error { return writeProgram(dir, 1000, "en") },
		"one":      func(dir string) error { return writeProgram(dir, 1, "en") },
		"none":     func(dir string) error { return writeArchive(dir, "none.txtar") },
		"bad":      func(dir string) error { return writeArchive(dir, "bad.txtar") },
	} {
		sites[name] = sync.OnceValues(func() (*site, error) {
			dir := filepath.Join(temp, name)
			if err := write(dir); err != nil {
				return nil, err
			}
			return build(t, dir, filepath.Join(temp, name+"-out"))
		})
	}
	sites["own"] = sync.OnceValues(func() (*site, error) {
		return build(t, filepath.Join("..", ".."), filepath.Join(temp, "own-out"))
	})
	return sites
}

// site returns a fixture, built.
func (s *suite) site(t testing.TB, name string) *site {
	t.Helper()
	built, err := s.sites[name]()
	if err != nil {
		t.Fatalf("site %s: %v", name, err)
	}
	return built
}

// build builds a site as the command does, and serves it until the test ends.
func build(t *testing.T, dir, out string) (*site, error) {
	built := &site{server: httptest.NewServer(host{out}), out: out}
	t.Cleanup(built.server.Close)
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	var complaints bytes.Buffer
	code := cli.Main(context.Background(), cli.Env{
		Stdout: io.Discard, Stderr: &complaints, Dir: here, Files: worklogfiles.Files,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC) },
	}, []string{"build", "-s", dir, "-d", out, "--base-url", built.server.URL + "/", "--keep-going"})
	if code != 0 {
		return nil, fmt.Errorf("exit code %d:\n%s", code, &complaints)
	}
	built.pages, err = htmlPages(out)
	return built, err
}

// htmlPages returns the path of every page in a folder, less those that only lead elsewhere.
func htmlPages(dir string) (pages []string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		if !bytes.Contains(data, []byte("http-equiv=refresh")) && !bytes.Contains(data, []byte(`http-equiv="refresh"`)) {
			pages = append(pages, "/"+strings.TrimSuffix(name, "index.html"))
		}
		return nil
	})
	slices.Sort(pages)
	return pages, err
}
