package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"worklog/generator/internal/check"
	"worklog/generator/internal/worklog"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"worklog": scripted})
}

// scripted is the program as scripts run it. They set what a machine decides: the day by TODAY, and
// by TERMINAL how many columns wide a terminal both streams go to.
func scripted() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	env := System()
	if day, err := time.Parse(time.DateOnly, env.Getenv("TODAY")); err == nil {
		began := time.Now()
		env.Now = func() time.Time { return day.Add(12*time.Hour + time.Since(began)) }
	}
	if columns, err := strconv.Atoi(env.Getenv("TERMINAL")); err == nil {
		env.StdoutColumns, env.StderrColumns = columns, columns
	}
	os.Exit(Main(ctx, env, os.Args[1:]))
}

// TestScript runs testdata/script: each script is a page of the manual.
func TestScript(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TODAY", "2026-03-01")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "mount" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			// Whether a script may put a disk of its own where only its own programs see it.
			return exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", os.TempDir()).Run() == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"write":    writeFile,
			"digest":   digest,
			"await":    await,
			"feed":     readFeed,
			"calendar": readCalendar,
			"size":     imageSize,
		},
	})
}

// exits runs a program and compares its exit code: exits CODE PROGRAM ARG...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit := (*exec.ExitError)(nil)
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// writeFile writes bytes that an archive cannot hold: write FILE [N*] TEXT... A TEXT has Go's escapes
// and is written N times.
func writeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: write FILE [N*] TEXT...")
	}
	var b strings.Builder
	times := 1
	for _, arg := range args[1:] {
		if number, ok := strings.CutSuffix(arg, "*"); ok {
			if n, err := strconv.Atoi(number); err == nil {
				times = n
				continue
			}
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(arg, `"`, `\"`) + `"`)
		ts.Check(err)
		b.WriteString(strings.Repeat(text, times))
		times = 1
	}
	file := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
	ts.Check(os.WriteFile(file, []byte(b.String()), 0o666))
}

// digest writes a line for every file below a folder, so that cmp compares whole folders, with
// -times also when each was last written: digest [-times] FOLDER FILE
func digest(ts *testscript.TestScript, neg bool, args []string) {
	times := len(args) == 3 && args[0] == "-times"
	if times {
		args = args[1:]
	}
	if neg || len(args) != 2 {
		ts.Fatalf("usage: digest [-times] FOLDER FILE")
	}
	var b strings.Builder
	root := os.DirFS(ts.MkAbs(args[0]))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %x", name, sha256.Sum256(data))
		if times {
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %d", info.ModTime().UnixNano())
		}
		b.WriteByte('\n')
		return nil
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}

// await waits for a file or folder that a program in the background makes.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: await FILE")
	}
	for range 1000 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s did not appear within 10 seconds", args[0])
}

// TestUnreadableFile is no script: what a file system refuses to root, no script can arrange.
func TestUnreadableFile(t *testing.T) {
	root := refusing{fstest.MapFS{
		"content/week1.md": {Data: []byte("---\ntitle: Week 1\n---\n")},
		"content/week2.md": {Data: []byte("---\ntitle: Week 2\n---\n")},
	}, "content/week1.md"}
	files, _, err := readContent(root, []string{"content"})
	if err != nil {
		t.Fatal(err)
	}
	site := worklog.Read(parse(files), worklog.Options{Languages: []worklog.LanguageOptions{{Code: "en", ContentDir: "content"}}})
	if len(site.Pages) != 2 {
		t.Fatalf("%d pages, want 2", len(site.Pages))
	}
	findings := check.Run(site, check.Options{})
	if len(findings) != 1 || findings[0].File.Path != "content/week1.md" {
		t.Errorf("findings: %v", findings)
	}
}

// refusing is a file system that refuses to open one file.
type refusing struct {
	fstest.MapFS
	name string
}

func (r refusing) ReadFile(name string) ([]byte, error) {
	if name == r.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return r.MapFS.ReadFile(name)
}
