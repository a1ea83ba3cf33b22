package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"syscall"
	"testing"

	"worklog"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
	wl "worklog/generator/internal/worklog"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func rss() int64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u.Maxrss / 1024
}

func TestScratchBig(t *testing.T) {
	dir := os.Getenv("SCRATCH_BIG")
	if dir == "" {
		t.Skip()
	}
	lay, _ := fs.Sub(worklog.Files, "layouts")
	sta, _ := fs.Sub(worklog.Files, "static")
	c0 := cpu()
	parser := page.NewParser()
	var pages []*page.Page
	filepath.WalkDir(filepath.Join(dir, "content"), func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && markdown(p) {
			rel, _ := filepath.Rel(dir, p)
			b, _ := os.ReadFile(p)
			pages = append(pages, parser.Parse(source.NewFile(filepath.ToSlash(rel), b)))
		}
		return nil
	})
	c1 := cpu()
	site := wl.Read(pages, wl.Options{Languages: []wl.LanguageOptions{{Code: "en", ContentDir: "content"}}})
	c2 := cpu()
	g := generate.Generate(site, generate.Options{BasePath: "/report/"})
	c3 := cpu()
	runtime.GC()
	fmt.Printf("parse %.2f read %.2f generate %.2f rss %d MB\n", c1-c0, c2-c1, c3-c2, rss())
	o := Options{Dir: dir, Layouts: lay, Static: sta, Pages: g.Pages, Output: "/tmp/site-scratch/out/big", Data: map[string]any{"worklog": g.Data}}
	if os.Getenv("BARE") != "" {
		o.Layouts = layouts(map[string]string{"_shortcodes/worklog-table.html": "<table></table>"})
	}
	os.RemoveAll(o.Output)
	f, _ := os.Create("/tmp/site-scratch/cpu.prof")
	pprof.StartCPUProfile(f)
	res, err := Render(context.Background(), o)
	pprof.StopCPUProfile()
	f.Close()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("render %.2f rss %d MB pages %d messages %d\n", cpu()-c3, rss(), res.Pages, len(res.Messages))
	h, _ := os.Create("/tmp/site-scratch/mem.prof")
	pprof.Lookup("allocs").WriteTo(h, 0)
	h.Close()
}
