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

// heading returns the anchor of the next heading; empty where it has none, or none that is sure.
func (a anchors) heading(runs []page.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Kind == page.Text && (r.Link == nil || r.Link.Auto || r.Text != r.Link.URL) {
			b.WriteString(r.Text)
		}
	}
	text := b.String()
	if m := ownAnchor.FindStringSubmatch(text); m != nil {
		a[m[1]] = true
		return m[1]
	}
	text = strings.TrimSpace(text)
	if text == "" || typographic.MatchString(text) {
		return ""
	}
	b.Reset()
	for _, r := range text {
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

// typographic knows what Hugo sets as signs of print, which leave of themselves and of the spaces
// beside them what only Hugo knows.
var typographic = regexp.MustCompile(`\.\.\.|--|<<|>>`)
