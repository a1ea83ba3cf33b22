package source

import "testing"

func TestPosition(t *testing.T) {
	f := NewFile("content/a.md", []byte("\uFEFFTuần 8\r\nb\rc\n\nđ"))
	for _, c := range []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1}},               // the byte order mark itself
		{3, Position{1, 1}},               // behind it
		{3 + len("Tuần"), Position{1, 5}}, // code points, not bytes
		{len("\uFEFFTuần 8\r\n"), Position{2, 1}},
		{len("\uFEFFTuần 8\r\nb\r"), Position{3, 1}},
		{len("\uFEFFTuần 8\r\nb\rc\n\n"), Position{5, 1}},
		{len(f.Data), Position{5, 2}},
		{len(f.Data) + 9, Position{5, 2}},
		{-1, Position{1, 1}},
	} {
		if got := f.Position(c.offset); got != c.want {
			t.Errorf("offset %d: got %v, want %v", c.offset, got, c.want)
		}
	}
}

func TestLineSpan(t *testing.T) {
	f := NewFile("content/a.md", []byte("one\r\ntwo\rthree\n\nfive"))
	for line, want := range []string{0: "", 1: "one", 2: "two", 3: "three", 4: "", 5: "five", 6: ""} {
		if got := f.Text(f.LineSpan(line)); got != want {
			t.Errorf("line %d: got %q, want %q", line, got, want)
		}
	}
	if got := f.Lines(); got != 5 {
		t.Errorf("got %d lines, want 5", got)
	}
	if got := NewFile("content/b.md", nil).Lines(); got != 1 {
		t.Errorf("an empty file has %d lines, want 1", got)
	}
}

func TestSpan(t *testing.T) {
	s := Span{2, 6}
	if s.Len() != 4 || s.Empty() || !s.Contains(Span{2, 6}) || s.Contains(Span{1, 3}) || s.Sub(1, 2) != (Span{3, 4}) || !(Span{3, 3}).Empty() {
		t.Errorf("%v: a span misjudges itself", s)
	}
}
