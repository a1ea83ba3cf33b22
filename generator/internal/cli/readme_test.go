package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestReadme holds the README's demonstration to what the program says.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	block := func(language string) []byte {
		m := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch(readme)
		if m == nil {
			t.Fatalf("README.md has no block of %s", language)
		}
		return m[1]
	}
	dir := t.TempDir()
	week := filepath.Join(dir, "content", "1-Worklog", "1.3-Week3")
	if err := os.MkdirAll(week, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		filepath.Join(dir, "hugo.toml"):  []byte("title = \"Demo\"\nbaseURL = \"https://example.org/\"\n"),
		filepath.Join(week, "_index.md"): block("markdown"),
	} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	env := testEnv(t)
	env.Stdout = &out
	if code := Main(t.Context(), env, []string{"check", "-s", dir}); code != exitFindings {
		t.Errorf("exit code %d", code)
	}
	if want := block("text"); !bytes.Equal(out.Bytes(), want) {
		t.Errorf("the program says\n%s\nREADME.md has\n%s", out.Bytes(), want)
	}
}
