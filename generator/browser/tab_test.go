package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// view is how a reader looks at a page. The zero value is a desktop in the light.
type view struct {
	width, height int64 // CSS pixels; 0 for 1280 × 800
	dark          bool
	noScript      bool
}

func phone() view { return view{width: 360, height: 740} }

func (v view) String() string {
	scheme := "light"
	if v.dark {
		scheme = "dark"
	}
	return fmt.Sprintf("%d px %s", v.width, scheme)
}

// tab is a page of Chromium with cookies, storage and cache of its own. Whatever a reader's console
// would complain of fails the test.
type tab struct {
	testing.TB
	site *site
	ctx  context.Context

	mu       sync.Mutex // guards what listen writes
	missing  bool       // a 404 is expected
	forgive  bool       // an author may break the policy, or name a picture that is not there
	requests map[network.RequestID]*request
	order    []network.RequestID
}

// request is what the network saw of one file.
type request struct {
	url  string
	kind network.ResourceType
}

// open opens a tab on a site.
func (s *suite) open(t testing.TB, of *site, v view) *tab {
	t.Helper()
	b := &tab{TB: t, site: of, requests: map[network.RequestID]*request{}}
	ctx, done := chromedp.NewContext(s.browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.listen))
	t.Cleanup(done)
	b.ctx = ctx
	b.look(v)
	b.do(func(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return chromedp.Void{}, err
	})
	return b
}

// look changes the view; the page follows at once, except for the switch of scripts, which the next
// page obeys.
func (b *tab) look(v view) {
	b.Helper()
	scheme := "light"
	if v.dark {
		scheme = "dark"
	}
	if v.width == 0 {
		v.width, v.height = 1280, 800
	}
	b.do(chromedp.EmulateViewport(v.width, v.height))
	b.do(func(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		if err == nil {
			_, err = chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.noScript})
		}
		return chromedp.Void{}, err
	})
}

// listen sees every event of the tab. What is wrong is an error of the test, which goes on.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		b.Errorf("exception: %s (%s:%d)", text, e.ExceptionDetails.URL, e.ExceptionDetails.LineNumber+1)
	case *runtime.EventConsoleAPICalled:
		if kind := e.Type.String(); kind == "error" || kind == "warning" || kind == "assert" {
			b.Errorf("console: %s: %s", kind, arguments(e.Args))
		}
	case *log.EventEntryAdded:
		// What the network did is told below, in full.
		ignored := e.Entry.Source == log.EntrySourceNetwork || b.forgive
		if level := e.Entry.Level.String(); (level == "error" || level == "warning") && !ignored {
			b.Errorf("console: %s: %s (%s)", level, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if strings.HasPrefix(e.Request.URL, "data:") {
			return
		}
		b.requests[e.RequestID] = &request{url: e.Request.URL, kind: e.Type}
		b.order = append(b.order, e.RequestID)
		if b.foreign(e.Request.URL) && !b.forgive && !authors(e.Type, e.Request.URL) {
			b.Errorf("%s %s is asked of another host, on %s", e.Type, e.Request.URL, e.DocumentURL)
		}
	case *network.EventResponseReceived:
		expected := b.missing && e.Type == network.ResourceTypeDocument || b.forgive && e.Type == network.ResourceTypeImage
		if e.Response.Status >= 400 && !expected && !b.foreign(e.Response.URL) {
			b.Errorf("%d: %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		if r := b.requests[e.RequestID]; r != nil && !e.Canceled && !b.forgive && !b.foreign(r.url) {
			b.Errorf("%s %s", e.ErrorText, r.url)
		}
	}
}

// foreign reports whether an address is not of the site.
func (b *tab) foreign(address string) bool {
	u, err := url.Parse(address)
	return err != nil || (strings.HasPrefix(u.Scheme, "http") && u.Scheme+"://"+u.Host != b.site.server.URL)
}

// authors reports whether a request to another host is for what an author put on a page: pictures,
// films and the frames of YouTube. Nothing of ours may come from there.
func authors(kind network.ResourceType, address string) bool {
	switch kind {
	case network.ResourceTypeImage, network.ResourceTypeMedia:
		return true
	case network.ResourceTypeDocument:
		return strings.HasPrefix(address, "https://www.youtube-nocookie.com/")
	}
	return false
}

func arguments(args []*runtime.RemoteObject) string {
	var out []string
	for _, a := range args {
		if a.Description != "" {
			out = append(out, a.Description)
		} else {
			out = append(out, string(a.Value))
		}
	}
	return strings.Join(out, " ")
}

func (b *tab) do(action chromedp.Action[chromedp.Void]) {
	b.Helper()
	if _, err := chromedp.Run(b.ctx, action); err != nil {
		b.Fatal(err)
	}
}

// visit opens a page of the site, by its path, and waits until it is loaded. The requests of pages
// before are forgotten.
func (b *tab) visit(path string) {
	b.Helper()
	b.forget(false)
	b.navigate(path)
}

// visitMissing opens an address at which there is no page.
func (b *tab) visitMissing(path string) {
	b.Helper()
	b.forget(true)
	b.navigate(path)
}

func (b *tab) navigate(path string) {
	b.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Navigate(b.site.server.URL+path)); err != nil {
		b.Fatalf("%s: %v", path, err)
	}
}

func (b *tab) forget(missing bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.missing, b.order = missing, nil
	clear(b.requests)
}

// loaded returns the requests since the last visit, in their order.
func (b *tab) loaded() []request {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []request
	for _, id := range b.order {
		out = append(out, *b.requests[id])
	}
	return out
}

// eval evaluates an expression on the page; where it is a promise, eval waits for it.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%v, in %.200s", err, expression)
	}
	return v
}

// call calls a function on the page with arguments.
func call[T any](b *tab, function string, args ...any) T {
	b.Helper()
	list, err := json.Marshal(args)
	if err != nil {
		b.Fatal(err)
	}
	return eval[T](b, fmt.Sprintf("(%s)(...%s)", function, list))
}

// wait waits until an expression on the page is true.
func (b *tab) wait(expression string) {
	b.Helper()
	if !eval[bool](b, `new Promise(done => {
		const began = performance.now()
		const look = () => (`+expression+`) ? done(true) : performance.now() - began > 5000 ? done(false) : setTimeout(look, 10)
		look()
	})`) {
		b.Fatalf("after 5 s still not so: %s", expression)
	}
}

// press types keys; those without a character are runes of chromedp's package kb.
func (b *tab) press(keys string) {
	b.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// click clicks the first element that a selector finds.
func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}
