package check

import (
	"bytes"

	"worklog/generator/internal/source"
)

// secretKeyLength is the number of characters of an AWS secret access key. It has no prefix, so
// only one that is named is found.
const secretKeyLength = 40

// secretKeys adds the AWS secret access keys whose name stands before them on the line or at the
// end of the line above: aws_secret_access_key = …, "SecretAccessKey": "…", Secret access key: ….
func secretKeys(out []secret, data []byte) []secret {
	for _, word := range [][]byte{[]byte("ecret"), []byte("ECRET")} {
		for at := 0; ; {
			i := bytes.Index(data[at:], word)
			if i < 0 {
				break
			}
			at += i + len(word)
			name := bytes.ToLower(data[at:min(len(data), at+14)])
			name = bytes.TrimLeft(name, "_- ")
			name = bytes.TrimLeft(bytes.TrimPrefix(name, []byte("access")), "_- ")
			if !bytes.HasPrefix(name, []byte("key")) {
				continue
			}
			if s, ok := secretKeyAfter(data, at); ok {
				out = append(out, plain(s, "an AWS secret access key", "…"))
				at = s.End
			}
		}
	}
	return out
}

// secretKeyAfter finds 40 characters of base64 that stand alone within a line's reach.
func secretKeyAfter(data []byte, at int) (source.Span, bool) {
	end := min(len(data), at+120)
	for from := at; from < end; {
		if !isBase64(data[from]) || data[from] == '=' {
			from++
			continue
		}
		to := from
		for to < len(data) && isBase64(data[to]) && (data[to] != '=' || to-from >= secretKeyLength) {
			to++
		}
		if s := data[from:to]; len(s) == secretKeyLength && mixes(s) && !masked(s) && hasBothCases(s) {
			return source.Span{Start: from, End: to}, true
		}
		from = to
	}
	return source.Span{}, false
}

// hasBothCases tells a key from the hash of a commit, which has as many characters.
func hasBothCases(text []byte) bool {
	return !bytes.Equal(text, bytes.ToLower(text)) && !bytes.Equal(text, bytes.ToUpper(text))
}
