package chapter

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestRewrite says what becomes of a week's content on the report.
func TestRewrite(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"what needs no change stays as it came", `<P  Class=a>a &amp; b<br/><img alt='x'>`, `<P  Class=a>a &amp; b<br/><img alt='x'>`},
		{"ids", `<p id="x"><a name=y>z</a>`, `<p id="w8-x"><a name="w8-y">z</a>`},
		{"links in the week", `<a href="#x">x</a> <a href="#">top</a>`, `<a href="#w8-x">x</a> <a href="#week-8">top</a>`},
		{"what names ids", `<label for="a">b</label><td headers="c d" aria-labelledby=e>`, `<label for="w8-a">b</label><td headers="w8-c w8-d" aria-labelledby="w8-e">`},
		{"groups of tabs", `<details name="tabs-0"></details><input name="a">`, `<details name="w8-tabs-0"></details><input name="a">`},
		{"headings", `<h2 id=a>b</h2><h5>c</h5><h6>d</h6>`, `<h3 id="w8-a">b</h3><h6>c</h6><h6>d</h6>`},
		{"a first heading", `<h1>a</h1>`, `<h3>a</h3>`},
		{"beside the page", `<img src="a.png" alt="b"><a href="./c d?e=1&amp;f#g">h</a>`, `<img src="/base/1-worklog/week8/a.png" alt="b"><a href="/base/1-worklog/week8/c d?e=1&amp;f#g">h</a>`},
		{"above the page", `<a href="../week7/#day-1">a</a><a href="../../../../b">c</a>`, `<a href="/base/1-worklog/week7/#day-1">a</a><a href="/b">c</a>`},
		{"elsewhere", `<a href="https://a/">b</a><a href="//c">d</a><a href="/e">f</a><a href="mailto:g">h</a>`, `<a href="https://a/">b</a><a href="//c">d</a><a href="/e">f</a><a href="mailto:g">h</a>`},
		{"a colon in a path", `<a href="a/b:c">d</a>`, `<a href="/base/1-worklog/week8/a/b:c">d</a>`},
		{"quotes in values", `<p id='a"b'>`, `<p id="w8-a&#34;b">`},
		{"a video", `<iframe class="video" src="https://www.youtube-nocookie.com/embed/abcdefghijk?start=5" title="A &lt; B"></iframe>`, `<a class="framed" href="https://youtu.be/abcdefghijk?start=5">A &lt; B</a>`},
		{"another frame", `<iframe src="map.html">No frames?</iframe>.`, `<a class="framed" href="/base/1-worklog/week8/map.html">/base/1-worklog/week8/map.html</a>.`},
		{"a frame without an address", `<iframe srcdoc="a"></iframe>`, `<iframe srcdoc="a"></iframe>`},
		{"cells without end tags", `<table><tr><td>a<td>b</tr></table>`, `<table><tr><td>a<td>b</tr></table>`},
		{"a drawing", `<svg><path d="M0 0"/><g/></svg>`, `<svg><path d="M0 0"/><g/></svg>`},
		{"left open", `<div><b>a`, `<div><b>a</b></div>`},
		{"closed once too often", `a</section></div>b`, `ab`},
		{"crossed", `<b>a<i>b</b>c</i>`, `<b>a<i>b</i></b><i>c</i>`},
		{"an open comment", `a<!-- b`, `a<!-- b-->`},
		{"an open script", `a<script>b`, `a<script>b</script>`},
		{"no tag", `a < b <3`, `a < b <3`},
	} {
		if got := Rewrite(c.in, Place{Anchor: "week-8", Prefix: "w8-", Address: "/base/1-worklog/week8/", Levels: 1}); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.name, c.in, got, c.want)
		}
	}
}

// FuzzRewrite holds that a chapter never reaches beyond its end: what follows it is still outside.
func FuzzRewrite(f *testing.F) {
	for _, s := range []string{`<b>a`, `</div>`, `<table><td>`, `<!--`, `<svg><a/></svg>`, `<p id="a">`, `<iframe src=a>`, `<textarea>`, "<a\x00b>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if strings.Contains(strings.ToLower(in), "plaintext") || len(in) > 400 {
			return // nothing ends an element <plaintext>
		}
		out := Rewrite(in, Place{Anchor: "week-1", Prefix: "w1-", Address: "/a/", Levels: 1})
		doc, err := html.Parse(strings.NewReader(`<body><section>` + out + `</section><hr class="after">`))
		if err != nil {
			return // nested more deeply than the parser follows
		}
		for n := range doc.Descendants() {
			if n.Data == "hr" && len(n.Attr) > 0 && n.Attr[0].Val == "after" && n.Parent.Data == "body" {
				return
			}
		}
		t.Errorf("%q became %q, and swallows what follows", in, out)
	})
}
