package browser

import (
	"io"
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/network"
)

// What the page of a week may cost its reader, pictures of the site apart.
const (
	maxRequests = 3
	maxBytes    = 10 << 10
	maxScript   = 4 << 10 // of scripts, as they come over the wire
)

// testWeight: a week's page is three small files, and no heavier in a site of 200 weeks.
func (s *suite) testWeight(t *testing.T) {
	for name, path := range map[string]string{"own": week8, "program": "/vi/1-worklog/1.8-week8/", "many": "/1-worklog/1.100-week100/"} {
		b := s.open(t, s.site(t, name), phone())
		b.visit(path)
		b.wait(`document.readyState == 'complete'`)
		requests, all, scripts := 0, 0, 0
		for _, r := range b.loaded() {
			if r.kind == network.ResourceTypeImage {
				continue
			}
			requests++
			bytes := weigh(t, r.url)
			all += bytes
			if r.kind == network.ResourceTypeScript {
				scripts += bytes
			}
		}
		t.Logf("%s: %s: %d requests, %d bytes, %d of them scripts", name, path, requests, all, scripts)
		if requests > maxRequests || all > maxBytes || scripts > maxScript {
			t.Errorf("%s: more than %d requests, %d bytes or %d bytes of scripts: %+v", name, maxRequests, maxBytes, maxScript, b.loaded())
		}
	}
}

// weigh is the length of an answer's body, as it comes over the wire.
func weigh(t *testing.T, address string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip") // else the client would unpack it
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	if err != nil || n == 0 {
		t.Fatalf("%s: %d bytes, %v", address, n, err)
	}
	return int(n)
}

// testShift: nothing moves once it is drawn, though the page come in parts. Below half a thousandth,
// which rounds to the 0 of the measuring tools, the columns of the calendar may settle.
func (s *suite) testShift(t *testing.T) {
	of := s.site(t, "program")
	for _, v := range []view{phone(), {}} {
		b := s.open(t, of, v)
		for _, path := range []string{"/", "/1-worklog/", "/1-worklog/1.8-week8/", "/vi/report/", "/references/", "/topics/"} {
			b.visit(path + "?slowly")
			shifts := eval[[]string](b, `new Promise(done => {
				const out = []
				let sum = 0
				const name = n => n ? n.nodeName.toLowerCase() + [...(n.classList ?? [])].map(c => '.' + c).join('') : '?'
				new PerformanceObserver(list => {
					for (const e of list.getEntries()) sum += e.value, out.push(e.value.toFixed(5) + ': ' + e.sources.map(s =>
						name(s.node) + ' from ' + s.previousRect.y + ' to ' + s.currentRect.y))
				}).observe({type: 'layout-shift', buffered: true})
				scrollTo(0, document.documentElement.scrollHeight)
				setTimeout(() => done(sum < .0005 ? [] : out), 150)
			})`)
			if len(shifts) > 0 {
				t.Errorf("%v: %s moves after it is drawn: %q", v, path, shifts)
			}
		}
	}
}
