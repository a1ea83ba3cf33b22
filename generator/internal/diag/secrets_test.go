package diag

import (
	"bytes"
	"strings"
	"testing"

	"worklog/generator/internal/source"
)

const password = "tok-7Rk2mQpZ9xYtR4uVw93B"

func secretsOf(texts ...string) *Secrets {
	s := &Secrets{}
	for _, t := range texts {
		s.Add([]byte(t))
	}
	return s
}

func TestStrike(t *testing.T) {
	key := secretsOf(password, "short", "first line\n"+"0123456789\nab\n")
	tests := []struct{ name, text, want string }{
		{"whole", `"` + password + `" is it`, `"tok-••••••••••••••••••••" is it`},
		{"cut short", password[:15] + "…", "tok-•••••••••••…"},
		{"too little of it to matter", password[:11], password[:11]},
		{"without its beginning", password[9:], strings.Repeat("•", len(password)-9)},
		{"other letter case", strings.ToUpper(password), "TOK-••••••••••••••••••••"},
		{"glued to a word", "ế" + password + "ế", "ếtok-••••••••••••••••••••ế"},
		{"twice", password + password, "tok-••••••••••••••••••••tok-••••••••••••••••••••"},
		{"too short to be one", "short", "short"},
		{"a line of a longer one", "= 0123456789 =", "= •••••••••• ="},
		{"nothing of it", "a task without one", "a task without one"},
		{"no text", "\xff\xfe9876543210", "\xff\xfe9876543210"},
	}
	for _, tt := range tests {
		if got := key.strike(tt.text); got != tt.want {
			t.Errorf("%s: %q gives %q, want %q", tt.name, tt.text, got, tt.want)
		}
		if got := (*Secrets)(nil).strike(tt.text); got != tt.text {
			t.Errorf("%s: without secrets %q gives %q", tt.name, tt.text, got)
		}
	}
}

func TestRedact(t *testing.T) {
	f := source.NewFile("a.md", []byte("| 学习 | "+password+" | 31/02/2025 |"))
	date := at(t, f, "31/02/2025", "impossible-date", Error, "no such day", "")
	key := at(t, f, password, "text-only", Info, `"`+password+`" has no address`, "add it: ["+password+"](https://…)")
	before := []Diagnostic{date, key}
	ds := Redact(before, secretsOf(password))
	if before[1] != key {
		t.Error("the caller's findings were changed")
	}
	var text, array bytes.Buffer
	if err := WriteText(&text, ds, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&array, ds); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{text.String(), array.String()} {
		if strings.Contains(out, password) || !strings.Contains(out, "tok-••••") {
			t.Errorf("got\n%s", out)
		}
	}
	if want := "    | 学习 | tok-•••••••••••••••••••• | 31/02/2025 |\n             ^^^^^^^^^^^^^^^^^^^^^^^^\n"; !strings.Contains(text.String(), want) {
		t.Errorf("got\n%s\nwant in it\n%s", text.String(), want)
	}
}

// FuzzRedact holds that no finding prints a secret, wherever it stands and wherever the line is cut.
func FuzzRedact(f *testing.F) {
	f.Add("| Monday | ", " |", "sk-12345678", "a secret: ", 0, 3, 40)
	f.Add("ế\u0301\t", "\xff\n", "Ab+/=9876543210zyxwv", "", 5, 900, 1)
	f.Fuzz(func(t *testing.T, before, after, tail, message string, start, end, width int) {
		for _, b := range []byte(tail) {
			if b <= ' ' || b > '~' {
				return // no secret holds it
			}
		}
		secret := password + tail
		file := source.NewFile("a.md", []byte(before+secret+after+secret))
		start = max(0, min(start, len(file.Data)))
		end = max(start, min(end, len(file.Data)))
		d := Diagnostic{Rule: "r", Severity: Info, File: file, Span: source.Span{Start: start, End: end}, Message: message + secret, Hint: secret + message}
		ds := Redact([]Diagnostic{d}, secretsOf(secret))
		var out bytes.Buffer
		if err := WriteText(&out, ds, TextOptions{Width: width % 300}); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&out, ds); err != nil {
			t.Fatal(err)
		}
		if shown := shownLetters + partLetters; strings.Contains(out.String(), secret[:shown]) {
			t.Errorf("%q is printed:\n%s", secret[:shown], out.String())
		}
	})
}
