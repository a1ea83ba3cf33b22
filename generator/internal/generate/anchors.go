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
	text, sure := headingText(runs)
	if m := ownAnchor.FindStringSubmatch(text); m != nil {
		a[m[1]] = true
		return m[1]
	}
	text = strings.TrimSpace(text)
	if !sure || text == "" || typographic.MatchString(text) {
		return ""
	}
	var b strings.Builder
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

// headingText is the text of which Hugo makes the anchor, and whether that is sure. Hugo takes what is
// plain, but of a link and of words in another style only the first piece, and a quotation mark that it
// sets as a sign of print ends a piece; of a bare URL it takes nothing.
func headingText(runs []page.Run) (text string, sure bool) {
	var b strings.Builder
	sure = true
	within := false // the run before is in a link or in another style
	for _, r := range runs {
		inside := r.Link != nil || r.Style != 0
		if inside && (within || strings.ContainsAny(r.Text, `"'`)) {
			sure = false
		}
		within = inside
		if r.Kind == page.Text && (r.Link == nil || !r.Link.Auto) {
			b.WriteString(r.Text)
		}
	}
	return b.String(), sure
}

// ownAnchor is one that the author set: ## Title {#anchor}
var ownAnchor = regexp.MustCompile(`\{#([^\s}]+)[^}]*\}\s*$`)

// typographic knows what Hugo sets as signs of print, which leave of themselves and of the spaces
// beside them what only Hugo knows.
var typographic = regexp.MustCompile(`\.\.\.|--|<<|>>`)
