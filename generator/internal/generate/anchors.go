package generate

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"worklog/generator/internal/page"
)

// anchors are those that Hugo gives to the headings of a page, in its style "github".
type anchors map[string]bool

// heading returns the anchor of the next heading.
func (a anchors) heading(runs []page.Run) string {
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	if m := ownAnchor.FindStringSubmatch(text.String()); m != nil {
		a[m[1]] = true
		return m[1]
	}
	var b strings.Builder
	for _, r := range strings.TrimSpace(text.String()) {
		switch {
		case r == ' ' || r == '-':
			b.WriteByte('-')
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	base := b.String()
	if base == "" {
		base = "heading"
	}
	id := base
	for n := 1; a[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	a[id] = true
	return id
}

// ownAnchor is one that the author set: ## Title {#anchor}
var ownAnchor = regexp.MustCompile(`\{#([^\s}]+)[^}]*\}\s*$`)
