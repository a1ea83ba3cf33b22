package site

import (
	"strings"
	"testing"
)

// lookUp knows the templates of the tests below: notice, tab and expand take content, expand and list
// are ours, and gone is set aside.
func lookUp(name string) known {
	switch name {
	case "notice", "tab":
		return known{ok: true, inner: true}
	case "expand":
		return known{ok: true, inner: true, html: true}
	case "figure":
		return known{ok: true}
	case "list":
		return known{ok: true, html: true}
	case "gone":
		return known{setAside: true}
	}
	return known{}
}

func TestRepair(t *testing.T) {
	tests := []struct {
		name, page, want string
		messages         []string // line:column and a part of the text
	}{
		{"fine", "a {{% notice warning %}}\nx {{< figure src=\"a.png\" >}}\n{{% /notice %}}\n", "", nil},
		{"self-closing", "{{< notice />}}", "", nil},
		{"shown on purpose", "{{</* foo */>}}", "", nil},
		{"no shortcode", "`{{API_KEY}}` {{ x }}", "", nil},
		{"crossed pairs pass in Hugo", "{{% notice %}}{{% tab %}}x{{% /notice %}}{{% /tab %}}", "", nil},
		{"inline template", "{{< x.inline >}}{{ 1 }}{{< /x.inline >}}", "", nil},
		{"unknown alone", "ä {{< badge \"new\" >}} b", "ä {{</* badge \"new\" */>}} b", []string{`1:3 no shortcode "badge"`}},
		{"unknown, self-closing", "{{< badge />}}", "{{</* badge /*/>}}", []string{`1:1 no shortcode "badge"`}},
		{"unknown pair", "{{% card title=\"A b\" href=x %}}\n*in*\n{{% /card %}}\n", "**A b**\n*in*\n\n", []string{`1:1 only its content`}},
		{"unknown pair over lines", "{{< card\n  \"A\"\n>}}in{{< /card >}}\n", "**A**\n\nin\n", []string{`1:1 only its content`}},
		{"unknown around known", "{{< card >}}{{% notice %}}x{{% /notice %}}{{< /card >}}", "{{% notice %}}x{{% /notice %}}", []string{`1:1 only`}},
		{"not closed", "one\n {{% notice info %}}\ntext\n", "one\n {{%/* notice info */%}}\ntext\n", []string{`2:2 "notice" is not closed`}},
		{"inner one not closed", "{{% tab %}}{{% notice %}}x{{% /tab %}}", "{{% tab %}}{{%/* notice */%}}x{{% /tab %}}", []string{`1:12 "notice" is not closed`}},
		{"closed only", "x {{% /notice %}} y", "x {{%/* /notice */%}} y", []string{`1:3 `}},
		{"closed twice", "{{% notice %}}x{{% /notice %}}{{% /notice %}}", "{{% notice %}}x{{% /notice %}}{{%/* /notice */%}}", []string{`1:31 `}},
		{"needs no closing", "{{< figure src=\"a\" >}}x{{<\n/figure >}}", "{{< figure src=\"a\" >}}x\n", nil},
		{"needs no slash", "{{< figure src=\"a/\" />}} {{% figure / %}}", "{{< figure src=\"a/\"  >}} {{% figure   %}}", nil},
		{"ours called with %", "{{% expand \"ä%}}\" %}}*a* {{% list /%}}{{% figure %}}{{% /expand %}}", "{{< expand \"ä%}}\" >}}*a* {{< list  >}}{{% figure %}}{{< /expand >}}", nil},
		{"ours not closed", "{{% expand %}}", "{{%/* expand */%}}", []string{`1:1 "expand" is not closed`}},
		{"set aside", "{{% gone %}}*in*{{% /gone %}} {{< gone >}}", "*in* {{</* gone */>}}", nil},
		{"no braces at the end", "{{< figure src=\"a\" \n\nmore {{% notice %}}x{{% /notice %}}", "&#123;&#123;< figure src=\"a\" \n\nmore {{% notice %}}x{{% /notice %}}", []string{`1:1 `}},
		{"open quote", "{{< figure src=\"a.png >}}\nmore\n", "{{</* figure src=\"a.png */>}}\nmore\n", []string{`1:1 unterminated`}},
		{"mixed braces", "{{% notice >}}x{{% /notice %}}", "&#123;&#123;% notice >}}x{{%/* /notice */%}}", []string{`1:1 `, `1:16 `}},
		{"a tag that appears", "{{{{< a >}}< b >}}{{< /a >}}", "{{</* b */>}}", []string{`1:3 only`, `1:1 no shortcode "b"`}},
		{"no name", "a {{< >}} b", "a {{</* */>}} b", []string{`1:3 needs a name`}},
		{"columns after an edit", "{{< a >}} {{< b >}}", "{{</* a */>}} {{</* b */>}}", []string{`1:1 `, `1:11 `}},
		{"odd characters", "{{< ../../etc >}}", "{{</* ../../etc */>}}", []string{`1:1 `}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			const front = "---\n---\n"
			got, messages := repair([]byte(front+tt.page), lookUp)
			got = got[len(front):]
			want := tt.want
			if want == "" {
				want = tt.page
			}
			if string(got) != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if strings.Count(string(got), "\n") != strings.Count(tt.page, "\n") {
				t.Error("lines have moved")
			}
			if len(messages) != len(tt.messages) {
				t.Fatalf("messages: %s", lines(messages))
			}
			for i, m := range messages {
				m.Line -= 2
				at, text, _ := strings.Cut(tt.messages[i], " ")
				m.File = "f"
				if s := m.String(); !strings.HasPrefix(s, "f:"+at+":") || !strings.Contains(s, text) {
					t.Errorf("message %q, want %q", s, tt.messages[i])
				}
			}
		})
	}
}

func TestRepairManyFaults(t *testing.T) {
	for kind, line := range map[string]string{
		"malformed": "{{< nothing \"x >}}\n",
		"unopened":  "{{% /notice %}}\n",
		"unclosed":  "{{% notice %}}\n",
		"unknown":   "{{< nothing >}}\n",
		"nested":    "{{{{< a >}}< b >}}{{< /a >}}\n",
	} {
		page := "text\n" + strings.Repeat(line, 300)
		got, messages := repair([]byte(page), lookUp)
		if hasFault(got) || strings.Count(string(got), "\n") != 301 {
			t.Errorf("%s: still faulty: %q", kind, got)
		}
		if len(messages) < fewOfAKind || len(messages) > 2*fewOfAKind || !strings.Contains(lines(messages), " more tags of this page") {
			t.Errorf("%s: messages: %s", kind, lines(messages))
		}
	}
}

// BenchmarkRepair has as many faults on a page as an author could make with a whole book in one file.
func BenchmarkRepair(b *testing.B) {
	page := []byte("text\n" + strings.Repeat("{{% notice info %}}\nand *text*\n", 10_000))
	for b.Loop() {
		repair(page, lookUp)
	}
}

func hasFault(page []byte) bool {
	list, unreadable := calls(page, new(int))
	return len(unreadable) > 0 || len(balance(page, list, lookUp)) > 0
}

// FuzzRepair holds that no page makes repair fail, that its result is one that Hugo reads, and that
// lines stay where they are.
func FuzzRepair(f *testing.F) {
	for _, seed := range []string{
		"---\ntitle: x\n---\n{{% notice warning %}}\ntext\n{{% /notice %}}\n",
		"{{< a >}}{{% /b %}}{{</* c */>}}{{< d />}}", "{{< x.inline >}}{{< /x.inline >}}", "{{<", "{{%", "{{</*", "{{< \"", "{{< a b=`c", "{{{{< a >}}< b >}}{{< /a >}}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		page := append([]byte("text\n"), body...)
		got, messages := repair(page, lookUp)
		if strings.Count(string(got), "\n") != strings.Count(string(page), "\n") {
			t.Errorf("lines have moved in %q: %q", page, got)
		}
		for _, m := range messages {
			if m.Line < 1 || m.Column < 1 || m.Line > strings.Count(string(page), "\n")+1 {
				t.Errorf("message outside of the page: %+v", m)
			}
		}
		if hasFault(got) {
			t.Errorf("repair of %q left %q", page, got)
		}
	})
}
