package diag

const (
	shownLetters = 4 // of a secret, so that its owner knows which one it is
	partLetters  = 8 // of a secret in a row that nothing shows
	struckOut    = "•"
)

// Secrets is a set of texts of which nothing prints more than the first 4 letters, wherever they
// stand: whole, cut short, or in the other letter case. A nil *Secrets hides nothing.
type Secrets struct {
	parts map[[partLetters]byte]struct{} // every 8 letters in a row past the first 4, in lower case
}

// Add adds a text of at least 12 bytes; a shorter one is not hidden. White space in it, as between
// the lines of a key, separates.
func (s *Secrets) Add(text []byte) {
	if s.parts == nil {
		s.parts = map[[partLetters]byte]struct{}{}
	}
	for i := shownLetters; i+partLetters <= len(text); i++ {
		if part, ok := partAt(text, i); ok {
			s.parts[part] = struct{}{}
		}
	}
}

// hidden returns which bytes of a text belong to a secret; it is nil where none does.
func (s *Secrets) hidden(text string) []bool {
	if s == nil || len(s.parts) == 0 {
		return nil
	}
	var out []bool
	for i := 0; i+partLetters <= len(text); i++ {
		part, ok := partAt(text, i)
		if !ok {
			continue
		}
		if _, ok := s.parts[part]; !ok {
			continue
		}
		if out == nil {
			out = make([]bool, len(text))
		}
		for j := range partLetters {
			out[i+j] = true
		}
	}
	return out
}

// strike returns a text with the letters of secrets struck out; its width stays the same.
func (s *Secrets) strike(text string) string {
	hidden := s.hidden(text)
	if hidden == nil {
		return text
	}
	out := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		if hidden[i] {
			out = append(out, struckOut...)
		} else {
			out = append(out, text[i])
		}
	}
	return string(out)
}

// partAt returns the 8 letters from an offset on; ok is false where one of them is no printable
// ASCII, of which all secrets are made.
func partAt[T string | []byte](text T, i int) (part [partLetters]byte, ok bool) {
	for j := range partLetters {
		b := text[i+j]
		if b <= ' ' || b > '~' {
			return part, false
		}
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		part[j] = b
	}
	return part, true
}

// Redact returns the findings with the secrets struck out of their messages and hints, and marked to
// be struck out of the source lines that are printed below them.
func Redact(ds []Diagnostic, s *Secrets) []Diagnostic {
	out := make([]Diagnostic, len(ds))
	for i, d := range ds {
		d.Message, d.Hint, d.Secrets = s.strike(d.Message), s.strike(d.Hint), s
		out[i] = d
	}
	return out
}
