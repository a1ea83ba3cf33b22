package cli

import (
	"io"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"worklog/generator/internal/check"
	"worklog/generator/internal/config"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/worklog"
)

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestZZ(t *testing.T) {
	env := testEnv(t)
	env.Stdout, env.Stderr = io.Discard, io.Discard
	for range 5 {
		a := cpu()
		for _, s := range corpus(t) {
			Main(t.Context(), env, []string{"check", "-s", s})
		}
		t.Log(cpu() - a)
	}
}

func TestBig(t *testing.T) {
	dir := os.Getenv("BIG")
	a := cpu()
	step := func(name string) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Log(name, cpu()-a, m.HeapAlloc>>20, "MB heap", m.Sys>>20, "sys")
		a = cpu()
	}
	root := os.DirFS(dir)
	c, err := config.Load(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := readContent(root, contentDirs(c))
	step("files")
	pages := parse(files)
	step("parse")
	site := worklog.Read(pages, worklogOptions(c))
	step("read")
	f := check.Run(site, check.Options{})
	step("check")
	t.Log(len(f), len(files))
	out := generate.Generate(site, generate.Options{BasePath: "/"})
	step("generate")
	t.Log(len(out.Pages))
}
