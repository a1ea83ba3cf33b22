package generate

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// target is what an address leads to, the same for every way in which authors write it, or the words
// of a reference without an address. Two references are the same where their targets are.
type target struct {
	host string // to group by, without "www."; empty for a place on this site and for words
	text bool   // words without an address
	bare string // the address for readers: host and path, decoded and shortened
}

// bareLength is the most letters that an address is shown with.
const bareLength = 64

// targets holds each target once. The second map spares taking apart an address that is cited again.
type targets struct {
	byKey, byAddress map[string]*target
}

func newTargets() *targets { return &targets{map[string]*target{}, map[string]*target{}} }

// address returns the target of an address, which is absolute or relative to a page of the site; folder
// is where that page lies below its language's home.
func (t *targets) address(address, folder string) *target {
	if isLocal(address) && address[0] != '/' {
		address = absolute(address, strings.TrimSuffix(path.Join("/", folder), "/")+"/")
	}
	if found := t.byAddress[address]; found != nil {
		return found
	}
	key, host := compareAddress(address)
	found := t.byKey[key]
	if found == nil {
		found = &target{host: host, bare: elide(readable(address), bareLength)}
		t.byKey[key] = found
	}
	t.byAddress[address] = found
	return found
}

// words returns the target of a reference that is text only.
func (t *targets) words(folded string) *target {
	key := "text:" + folded
	found := t.byKey[key]
	if found == nil {
		found = &target{text: true}
		t.byKey[key] = found
	}
	return found
}

// compareAddress returns a key that is equal for addresses of one page, and the host to group it by.
// Scheme, "www.", letter case of the host, a slash at the end, an empty fragment and what campaigns
// add to a query make no difference; neither do the ways to write the address of a YouTube video.
func compareAddress(address string) (key, host string) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.TrimSuffix(address, "#"), hostOfScheme(address)
	}
	host = strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), "www.")
	if id := youTubeVideo(host, u); id != "" {
		return "youtube.com/watch?v=" + id, "youtube.com"
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	var b strings.Builder
	if u.Scheme != "http" && u.Scheme != "https" {
		b.WriteString(u.Scheme + ":")
	}
	b.WriteString(host)
	b.WriteString(strings.TrimRight(u.Path, "/"))
	if q := withoutCampaign(u.RawQuery); q != "" {
		b.WriteString("?" + q)
	}
	if f := u.Fragment; f != "" && !strings.HasPrefix(f, ":~:") { // the browser's mark of a passage
		b.WriteString("#" + f)
	}
	return b.String(), host
}

// hostOfScheme is what an address without a host is grouped by: "mailto:", or nothing on this site.
func hostOfScheme(address string) string {
	if scheme, _, ok := strings.Cut(address, ":"); ok && !strings.ContainsAny(scheme, "/?#") {
		return strings.ToLower(scheme) + ":"
	}
	return ""
}

// withoutCampaign drops from a query what only counts visitors.
func withoutCampaign(query string) string {
	if query == "" {
		return ""
	}
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		if name = strings.ToLower(name); part != "" && name != "fbclid" && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

// youTubeVideo returns the id of the video that an address shows, or nothing. The moment at which it
// begins is left out, and so is the list that it is played from.
func youTubeVideo(host string, u *url.URL) string {
	id := ""
	switch strings.TrimPrefix(host, "m.") {
	case "youtu.be":
		id = strings.Trim(u.Path, "/")
	case "youtube.com", "youtube-nocookie.com":
		kind, rest, _ := strings.Cut(strings.Trim(u.Path, "/"), "/")
		switch kind {
		case "watch":
			id = u.Query().Get("v")
		case "embed", "shorts", "live", "v":
			id = rest
		}
	}
	if strings.Trim(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
		return ""
	}
	return id
}

// readable is an address as a reader wants to see it: without scheme and "www.", decoded where that
// gives letters that can be seen.
func readable(address string) string {
	s := address
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		s = strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimRight(u.EscapedPath(), "/")
		if q := withoutCampaign(u.RawQuery); q != "" {
			s += "?" + q
		}
		if f := u.EscapedFragment(); f != "" && !strings.HasPrefix(f, ":~:") {
			s += "#" + f
		}
	}
	if plain, err := url.PathUnescape(s); err == nil && utf8.ValidString(plain) && isPrintable(plain) {
		return plain
	}
	return s
}

func isPrintable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

// elide leaves out letters in the middle: the host and the name of the page say most.
func elide(s string, letters int) string {
	runes := []rune(s)
	if len(runes) <= letters {
		return s
	}
	head := (letters - 1) / 2
	return string(runes[:head]) + "…" + string(runes[len(runes)-(letters-1-head):])
}

// isLocal reports whether an address leads to this site.
func isLocal(address string) bool {
	return isRelative(address) || strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") ||
		strings.HasPrefix(address, "#") || strings.HasPrefix(address, "?")
}

// absolute returns an address of a page as it is written on any other page of the site.
func absolute(address, page string) string {
	if !isLocal(address) || address[0] == '/' {
		return address
	}
	at, err := url.Parse(page)
	if err != nil {
		return address
	}
	to, err := at.Parse(address)
	if err != nil {
		return address
	}
	return to.String()
}
