package generate

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"worklog/generator/internal/topic"
	"worklog/generator/internal/worklog"
)

// TestListsOfSite compares what the lists of references and topics show of a small site with a golden. One of
// its weeks is left out by Hugo.
func TestListsOfSite(t *testing.T) { goldens(t, "testdata/lists/*.txtar", lists) }

func lists(t *testing.T, site *worklog.Site) []txtar.File {
	out, err := Generate(site, Options{BasePath: "/"})
	if err != nil {
		t.Fatal(err)
	}
	var got []txtar.File
	for _, language := range []string{"en", "vi"} {
		addresses := map[string]any{}
		for _, w := range out.Data.Weeks[language] {
			if w.Title != "Left out" {
				addresses[w.PagePath] = "/" + language + strings.ToLower(w.PagePath) + "/"
			}
		}
		words := out.Data.Wording("Week %d", "%s %d %s", strings.Fields("Mon Tue Wed Thu Fri Sat Sun"), strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"))
		var b bytes.Buffer
		list := out.Data.References[language].On(addresses)
		fmt.Fprintf(&b, "%d references, %d hosts\n", list.Count, list.HostCount)
		for _, h := range list.Hosts {
			fmt.Fprintf(&b, "%s, cited %d times\n%s", h.Heading("this site"), h.Citations, h.Items(words))
		}
		fmt.Fprintf(&b, "text only\n%s", list.TextItems(words))
		got = append(got, txtar.File{Name: language + "/references", Data: bytes.Clone(b.Bytes())})
		b.Reset()
		for _, l := range out.Data.Topics[language].On(addresses) {
			fmt.Fprintf(&b, "letter %q\n%s", l.Name, l.Items(words))
		}
		got = append(got, txtar.File{Name: language + "/topics", Data: bytes.Clone(b.Bytes())})
		b.Reset()
		for _, w := range out.Data.Weeks[language] {
			fmt.Fprintf(&b, "%s: %d references, local %v\n%s", w.Path, w.References, w.HasLocalSources(), w.SourceItems("/"+language+"/week/"))
		}
		got = append(got, txtar.File{Name: language + "/weeks", Data: b.Bytes()})
	}
	return got
}

// TestManyTopics sorts many topics by letter and a few by weeks.
func TestManyTopics(t *testing.T) {
	for _, n := range []int{manyTopics - 2, manyTopics - 1} {
		w := &Week{PagePath: "/w"}
		for i := range n {
			text := fmt.Sprintf("%c topic %02d", 'a'+i%5, i)
			w.mentions = append(w.mentions, mention{as: &topic.Spelling{Text: text, Key: text}})
		}
		w.mentions = append(w.mentions, mention{as: &topic.Spelling{Text: "2FA", Key: "2fa"}})
		letters := newTopics([]*Week{w}).On(map[string]any{"/w": "/w/"})
		var names []string
		for _, l := range letters {
			names = append(names, l.Name)
		}
		want := "# A B C D E"
		if n+1 < manyTopics {
			want = ""
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%d topics: letters %q, want %q", n+1, got, want)
		}
	}
}
