package check

import (
	"net/netip"
	"strings"
)

// isHost reports whether a relative address begins with what can only be a host: gohugo.io, but
// neither page.html nor Node.js.
func isHost(address string) bool {
	host, _, _ := strings.Cut(strings.TrimPrefix(address, "//"), "/")
	host, _, _ = strings.Cut(host, "?")
	if strings.HasPrefix(address, "//") || host != strings.ToLower(host) {
		return false
	}
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 {
		return false
	}
	if strings.HasPrefix(host, "www.") {
		return true
	}
	switch host[dot+1:] {
	case "com", "org", "net", "io", "dev", "vn", "edu", "gov", "app", "ai", "me", "info", "cloud", "tech", "co", "be":
		return true
	}
	return false
}

// isLocal reports whether a host is the author's own machine or network.
func isLocal(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast())
}
