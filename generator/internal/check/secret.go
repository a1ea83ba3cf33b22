package check

import (
	"bytes"
	"cmp"
	"slices"

	"worklog/generator/internal/source"
)

// secret is a place that holds what should be known to nobody.
type secret struct {
	at      source.Span // what is marked
	all     source.Span // what is hidden: of a private key the lines below its head
	what    string      // how a message names it
	instead string      // what may stand in its place
}

// plain is a secret that is hidden where it is marked.
func plain(at source.Span, what, instead string) secret { return secret{at, at, what, instead} }

// findSecrets returns the secrets of a page in order. All bytes of a site pass through here, so each
// kind is looked for by its rarest letter, which the processor finds fastest. Signed tokens (JWT)
// are left out: they expire within hours.
func findSecrets(data []byte) []secret {
	var out []secret
	each(data, 'I', func(i int) {
		out = accessKey(out, data, i-2)
		out = token(out, data, i-1, "AIza", 35, 35, "a Google API key")
	})
	each(data, '_', func(i int) {
		for _, kind := range []string{"ghp_", "gho_", "ghu_", "ghs_", "ghr_"} {
			out = token(out, data, i-3, kind, 36, 255, "a GitHub token")
		}
		out = token(out, data, i-6, "github_pat_", 40, 255, "a GitHub token")
		out = token(out, data, i-2, "sk_live_", 20, 250, "a live payment key")
	})
	each(data, 'x', func(i int) {
		if bytes.HasPrefix(data[i:], []byte("xox")) {
			for _, kind := range []string{"xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-"} {
				out = token(out, data, i, kind, 20, 250, "a Slack token")
			}
		}
	})
	each(data, 'B', func(i int) { out = privateKey(out, data, i-5) })
	each(data, 'k', func(i int) { out = token(out, data, i-1, "sk-", 32, 250, "an API key") })
	out = secretKeys(out, data)
	slices.SortStableFunc(out, func(a, b secret) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return out
}

// each calls a function for every offset at which a letter stands.
func each(data []byte, letter byte, visit func(i int)) {
	for at := 0; ; at++ {
		i := bytes.IndexByte(data[at:], letter)
		if i < 0 {
			return
		}
		at += i
		visit(at)
	}
}

// accessKey adds the id of an AWS access key, lasting (AKIA) or temporary (ASIA).
func accessKey(out []secret, data []byte, at int) []secret {
	if at < 0 || at > 0 && isURLSafe(data[at-1]) || len(data) < at+20 {
		return out
	}
	id := data[at : at+20]
	if !bytes.HasPrefix(id, []byte("AKIA")) && !bytes.HasPrefix(id, []byte("ASIA")) ||
		len(data) > at+20 && isURLSafe(data[at+20]) || masked(id[4:]) {
		return out
	}
	for _, b := range id[4:] {
		if !isUpper(b) {
			return out
		}
	}
	return append(out, plain(source.Span{Start: at, End: at + 20}, "an AWS access key id", string(id[:4])+"…"))
}

// token adds the token that begins at an offset with a prefix, followed by least to most letters.
func token(out []secret, data []byte, at int, prefix string, least, most int, what string) []secret {
	if at < 0 || data[at] != prefix[0] || !bytes.HasPrefix(data[at:], []byte(prefix)) || at > 0 && isURLSafe(data[at-1]) {
		return out
	}
	from := at + len(prefix)
	to := from
	for to < len(data) && isURLSafe(data[to]) {
		to++
	}
	if n := to - from; n < least || n > most || !mixes(data[from:to]) || masked(data[from:to]) {
		return out
	}
	return append(out, plain(source.Span{Start: at, End: to}, what, prefix+"…"))
}

// isUpper accepts more than the letters of today's access keys (no 0, 1, 8, 9): old ones still open
// their accounts.
func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' }

func isBase64(b byte) bool {
	return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '='
}

func isURLSafe(b byte) bool {
	return isBase64(b) && b != '+' && b != '/' && b != '=' || b == '_' || b == '-'
}

// mixes reports whether letters and digits stand in one word, as chance makes them and names do not.
func mixes(text []byte) bool {
	digit, letter := false, false
	for _, b := range text {
		if b >= '0' && b <= '9' {
			digit = true
		} else if b != '-' && b != '_' {
			letter = true
		}
	}
	return digit && letter
}
