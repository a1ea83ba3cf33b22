package generate

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestCompareAddress holds each line of addresses to be one reference, and the lines to be several.
func TestCompareAddress(t *testing.T) {
	lines := []string{
		"https://docs.example.org/a http://docs.example.org/a https://www.docs.example.org/a/ https://DOCS.Example.org/a# https://docs.example.org/a?utm_source=x&fbclid=1 https://docs.example.org:443/a https://docs.example.org/a#:~:text=b",
		"https://docs.example.org/A",
		"https://docs.example.org/a#part https://docs.example.org/a/#part",
		"https://docs.example.org/a?v=1 https://docs.example.org/a?v=1&UTM_campaign=x https://docs.example.org/a/?fbclid=2&v=1",
		"https://docs.example.org/a?v=2",
		"https://docs.example.org:8080/a",
		"https://example.org https://example.org/ http://www.example.org",
		"https://example.org/b%C3%A0i https://example.org/bài",
		"https://www.youtube.com/watch?v=dQw4w9WgXcQ https://youtu.be/dQw4w9WgXcQ?t=3 https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ https://youtube.com/shorts/dQw4w9WgXcQ",
		"https://www.youtube.com/watch?v=dQw4w9WgXcR",
		"https://www.youtube.com/playlist?list=x",
		"https://youtu.be/",
		"mailto:a@example.org",
		"ftp://example.org",
		"/images/a.pdf /images/a.pdf#",
		"/images/b.pdf",
	}
	seen := map[string]string{}
	for _, line := range lines {
		first := ""
		for a := range strings.FieldsSeq(line) {
			key, _ := compareAddress(a)
			if first == "" {
				first = key
				if other, ok := seen[key]; ok {
					t.Errorf("%s is the same as %s: %s", a, other, key)
				}
			}
			seen[key] = a
			if key != first {
				t.Errorf("%s has the key %s, others %s", a, key, first)
			}
		}
	}
}

func TestHost(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.Docs.Example.org/a": "docs.example.org", "https://youtu.be/abc": "youtube.com", "http://localhost:1313/": "localhost:1313",
		"https://user:secret@example.org/": "example.org", "/a": "", "mailto:a@example.org": "mailto:", "https://[::1]/x": "::1", "https://example.org.": "example.org",
	} {
		if _, got := compareAddress(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}

func TestReadable(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.example.org/":                      "example.org",
		"https://docs.example.org/a/b.html?x=1&utm_a=2": "docs.example.org/a/b.html?x=1",
		"https://example.org/b%C3%A0i%20h%E1%BB%8Dc#1":  "example.org/bài học#1",
		"https://example.org/%E2%80%AEfdp":              "example.org/%E2%80%AEfdp", // turns the reading direction
		"https://example.org/%FF":                       "example.org/%FF",
		"https://example.org/100%":                      "https://example.org/100%",
		"/files/a%20b.pdf":                              "/files/a b.pdf",
		"mailto:a@example.org":                          "mailto:a@example.org",
	} {
		if got := readable(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
	long := elide(readable("https://example.org/"+strings.Repeat("một/", 100)+"page.html"), bareLength)
	if utf8.RuneCountInString(long) != bareLength || !strings.HasPrefix(long, "example.org/") || !strings.HasSuffix(long, "/page.html") {
		t.Errorf("got %s", long)
	}
}

// TestLocalTargets takes addresses relative to their page.
func TestLocalTargets(t *testing.T) {
	all := newTargets()
	a, b := all.address("../files/x.pdf", "1-worklog/1.1-week1"), all.address("../../1-worklog/files/x.pdf", "1-worklog/1.2-week2")
	if a != b || a.host != "" || a.bare != "/1-worklog/files/x.pdf" {
		t.Errorf("%+v and %+v", a, b)
	}
	if c := all.address("/1-worklog/files/x.pdf", ""); c != a {
		t.Errorf("%+v is not %+v", c, a)
	}
	if got := absolute("../files/x.pdf?a#b", "/vi/1-worklog/1.1-week1/"); got != "/vi/1-worklog/files/x.pdf?a#b" {
		t.Errorf("got %s", got)
	}
}

// FuzzCompareAddress looks for addresses that break what pages are made with.
func FuzzCompareAddress(f *testing.F) {
	for _, seed := range []string{"https://www.example.org:443/a?utm_x=1&b#c", "//x", "https://youtu.be/..", "%", "#", "?a", "javascript:x", "https://[::1", "../a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		key, _ := compareAddress(address)
		if again, _ := compareAddress(address); again != key {
			t.Errorf("%q: %q, then %q", address, key, again)
		}
		shown := elide(readable(address), bareLength)
		if utf8.RuneCountInString(shown) > bareLength {
			t.Errorf("%q is shown as %q", address, shown)
		}
		if utf8.ValidString(address) && !utf8.ValidString(shown) {
			t.Errorf("%q is shown as the invalid %q", address, shown)
		}
		newTargets().address(address+"x", "a/b")
	})
}
