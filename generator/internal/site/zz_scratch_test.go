package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"worklog"
)

func TestScratchCorpus(t *testing.T) {
	if os.Getenv("SCRATCH") == "" {
		t.Skip()
	}
	lay, _ := fs.Sub(worklog.Files, "layouts")
	sta, _ := fs.Sub(worklog.Files, "static")
	sites, _ := filepath.Glob(os.Getenv("SCRATCH") + "/site-*")
	for _, dir := range sites {
		o := Options{Dir: dir, Layouts: lay, Static: sta, Pages: map[string][]byte{}, Output: filepath.Join("/tmp/site-scratch/out", filepath.Base(dir))}
		os.RemoveAll(o.Output)
		bytes := 0
		filepath.WalkDir(filepath.Join(dir, "content"), func(p string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && markdown(p) {
				rel, _ := filepath.Rel(dir, p)
				b, _ := os.ReadFile(p)
				o.Pages[filepath.ToSlash(rel)] = b
				bytes += len(b)
			}
			return nil
		})
		start := time.Now()
		res, err := Render(context.Background(), o)
		if err != nil {
			fmt.Printf("%s FAILED %v\n", filepath.Base(dir), err)
			t.Fail()
			continue
		}
		fmt.Printf("%s %v pages=%d in=%d urls=%d messages=%d\n", filepath.Base(dir), time.Since(start).Round(time.Millisecond), res.Pages, len(o.Pages), len(res.URLs), len(res.Messages))
		for _, m := range res.Messages {
			s := m.String()
			fmt.Println("   ", strings.ReplaceAll(s[:min(len(s), 220)], "\n", "⏎"))
		}
	}
}
