package check

import (
	"fmt"
	"net/url"
	"strings"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

func referenceURL() Rule {
	return Rule{
		ID:       "reference-url",
		Severity: diag.Error,
		Doc:      "A reference has an address that no browser can follow: without https://, with a space in it, or otherwise malformed.",
		Wrong:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | [Hugo](gohugo.io) |",
		Right:    "| Mon | Docker | 27/10/2025 | 27/10/2025 | [Hugo](https://gohugo.io) |",
		run: func(p *pass) {
			p.eachReference(func(w *week, r worklog.Reference) {
				if message, hint := faultOfURL(r.URL); message != "" && !isUnlinked(r) {
					p.report(w.file, r.URLAt, message, hint)
				}
			})
		},
	}
}

// eachReference calls a function for the references with an address, those of the template aside.
func (p *pass) eachReference(visit func(w *week, r worklog.Reference)) {
	p.eachOwn(func(w *week) {
		for _, row := range w.rows {
			for _, r := range row.References {
				if r.URL != "" && !row.garbled {
					visit(w, r)
				}
			}
		}
	})
}

// faultOfURL words why a browser cannot follow an address; addresses within the site are followed
// by other means.
func faultOfURL(address string) (message, hint string) {
	shown := shorten(address, 60)
	if strings.ContainsAny(strings.TrimSpace(address), " \t") {
		return fmt.Sprintf("%s has a space in it", shown), "delete the space, or write %20"
	}
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || strings.ContainsAny(scheme, "/?#.") {
		if isHost(address) {
			return fmt.Sprintf("%s has no https://, so a browser looks for it on this site", shown), "write https://" + address
		}
		return "", ""
	}
	switch strings.ToLower(scheme) {
	case "mailto", "tel":
		return "", ""
	case "http", "https":
	default:
		if strings.HasPrefix(rest, "/") && strings.HasPrefix(strings.ToLower(scheme), "ht") {
			return fmt.Sprintf("%s: is misspelt", scheme), "write https://" + strings.TrimLeft(rest, "/")
		}
		return "", ""
	}
	u, err := url.Parse(address)
	switch {
	case !strings.HasPrefix(rest, "//"):
		return fmt.Sprintf("%s lacks the // after %s:", shown, scheme), "write " + scheme + "://" + strings.TrimLeft(rest, "/")
	case strings.HasPrefix(rest, "//http:") || strings.HasPrefix(rest, "//https:"):
		return fmt.Sprintf("%s has its scheme twice", shown), "write " + rest[2:]
	case err != nil || u.Host == "":
		return fmt.Sprintf("%s is no address that a browser can follow", shown), "copy the address from the browser again"
	case !strings.Contains(u.Hostname(), ".") && !isLocal(u.Hostname()):
		return fmt.Sprintf("%s has no domain: %q is no host", shown, u.Hostname()), "copy the address from the browser again"
	}
	return "", ""
}
