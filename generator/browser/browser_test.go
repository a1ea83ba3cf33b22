package browser

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// suite is what the tests share: one Chromium, and each site built once.
type suite struct {
	browser context.Context
	sites   map[string]func() (*site, error)
}

// TestBrowser starts Chromium once for all tests: starting takes longer than most of them.
func TestBrowser(t *testing.T) {
	s := &suite{browser: start(t), sites: fixtures(t)}
	for _, test := range []struct {
		name string
		run  func(*testing.T)
	}{
		{"phone", s.testPhone},
		{"announced", s.testAnnounced},
		{"appearance", s.testAppearance},
		{"theme", s.testTheme},
		{"search", s.testSearch},
		{"search closes", s.testSearchCloses},
		{"search large", s.testSearchLarge},
		{"no script", s.testNoScript},
		{"weight", s.testWeight},
		{"shift", s.testShift},
		{"bad input", s.testBadInput},
		{"paper", s.testPaper},
		{"pages", s.testPages},
		{"axe", s.testAxe},
		{"corpus", s.testCorpus},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t)
		})
	}
}

// start starts Chromium, or skips the test where there is none.
func start(t *testing.T) context.Context {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		skip(t, "no chromium on the PATH: apt-get install chromium fonts-noto-core")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.DisableGPU,
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// No page may reach another host, so that a test means the same everywhere.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // which Chromium refuses to root
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(closeBrowser)
	began := time.Now()
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	t.Logf("Chromium started in %v", time.Since(began).Round(time.Millisecond))
	return browser
}

// skip leaves a test out, or fails it where every test is required.
func skip(t *testing.T, reason string) {
	t.Helper()
	if os.Getenv("WORKLOG_BROWSER") != "" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}
