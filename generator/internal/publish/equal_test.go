package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEqual(t *testing.T) {
	chunk := strings.Repeat("x", 16<<10)
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"empty", "", "", true},
		{"one is empty", "", "x", false},
		{"the same", "abc", "abc", true},
		{"the last byte", "abc", "abd", false},
		{"one chunk", chunk, chunk, true},
		{"two chunks, the last byte", chunk + chunk[1:] + "a", chunk + chunk[1:] + "b", false},
		{"the first byte after a chunk", chunk + "a", chunk + "b", false},
		{"longer by a byte", chunk, chunk + "x", false},
		{"more than two chunks", chunk + chunk + "x", chunk + chunk + "x", true},
	}
	var b buffers
	for _, tt := range tests {
		file := filepath.Join(t.TempDir(), "b")
		must(t, os.WriteFile(file, []byte(tt.b), 0o644))
		if got, err := b.equal(tree{"a": tt.a}.fs(), "a", file); err != nil || got != tt.want {
			t.Errorf("%s: equal = %v, %v", tt.name, got, err)
		}
		if got, err := b.equalBytes(strings.NewReader(tt.a), strings.NewReader(tt.b)); err != nil || got != tt.want {
			t.Errorf("%s: equalBytes = %v, %v", tt.name, got, err)
		}
	}
}

func TestEqualReplacesWhatItMayNotRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads everything")
	}
	file := filepath.Join(t.TempDir(), "b")
	must(t, os.WriteFile(file, []byte("x"), 0))
	if got, err := new(buffers).equal(tree{"a": "x"}.fs(), "a", file); err != nil || got {
		t.Errorf("equal = %v, %v", got, err)
	}
}
