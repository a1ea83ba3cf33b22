package check

import (
	"bytes"

	"worklog/generator/internal/source"
)

// privateKey adds a block in PEM form whose body is there, not struck out.
func privateKey(out []secret, data []byte, at int) []secret {
	if at < 0 || !bytes.HasPrefix(data[at:], []byte("-----BEGIN ")) {
		return out
	}
	line := data[at+11 : min(len(data), at+60)]
	n := bytes.Index(line, []byte("-----"))
	if n < 0 || !bytes.HasSuffix(line[:n], []byte("PRIVATE KEY")) {
		return out
	}
	head := source.Span{Start: at, End: at + 11 + n + 5}
	to, letters := keyLetters(data, head.End)
	if letters < 48 || masked(data[head.End:to]) {
		return out
	}
	return append(out, secret{head, keyBody(data, head.End, to), "a private key", "the name of its file"})
}

// keyLetters counts the letters of a key from an offset to where something else stands, as far as it
// takes to tell a key from a few words.
func keyLetters(data []byte, from int) (to, letters int) {
	to = from
	for to < len(data) && letters < 400 {
		switch {
		case isBase64(data[to]):
			letters++
		case bytes.IndexByte([]byte(" \t\r\n\\\"',|>"), data[to]) >= 0:
		case bytes.HasPrefix(data[to:], []byte("<br")): // the lines of a table's cell
			to += len("<b")
		default:
			return to, letters
		}
		to++
	}
	return to, letters
}

// longestKey bounds the text of a private key in bytes; the longest in use take a fifth of it.
const longestKey = 1 << 16

// keyBody is the text of a private key that begins at from and goes on at least to an offset: its
// lines may be broken by what the page puts between them.
func keyBody(data []byte, from, to int) source.Span {
	rest := data[from:min(len(data), from+longestKey)]
	if n := bytes.Index(rest, []byte("-----END ")); n >= 0 {
		to = max(to, from+n)
	}
	return source.Span{Start: from, End: to}
}
