// Command highlight writes the style sheet for code, static/css/code.css, from two styles of chroma,
// which is what Hugo colours code with. Run it as "go generate ./generator/highlight" when chroma is
// raised.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/styles"
)

//go:generate go run . ../../static/css/code.css

// The styles are made for reading: each of their colours is far from the background.
const (
	lightStyle = "modus-operandi"
	darkStyle  = "modus-vivendi"
)

// rules are those that no style has: line numbers, and lines that the author marks.
const rules = `.chroma :is(.ln, .lnt) { margin-inline-end: 1em; color: var(--quiet); user-select: none }
.chroma .hl { display: block; background: color-mix(in srgb, var(--accent) 10%, transparent) }
.chroma .gi { color: var(--good) }
.chroma .gd { color: var(--bad) }
.lntable { direction: ltr }
.lntable tr { border: 0 }
.lntable td { padding: 0 }
.lntable .code { position: static }
.lntable pre { border-radius: 0 }
`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "highlight: name the file to write")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(sheet()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "highlight:", err)
		os.Exit(1)
	}
}

// look is how a kind of token is shown: colours for light and dark, and weight.
type look struct {
	light, dark chroma.Colour
	bold        bool
}

// sheet returns the style sheet. Kinds of tokens that look as plain text does are not in it.
func sheet() string {
	kinds := map[look][]string{}
	plain := lookOf(chroma.Text)
	for kind, class := range chroma.StandardTypes {
		if kind < chroma.Keyword || class == "" {
			continue // parts of the frame around the code, not of the code
		}
		if l := lookOf(kind); l != plain {
			kinds[l] = append(kinds[l], "."+class)
		}
	}
	var lines []string
	for l, classes := range kinds {
		slices.Sort(classes)
		weight := ""
		if l.bold {
			weight = "; font-weight: 600"
		}
		lines = append(lines, fmt.Sprintf(".chroma :is(%s) { color: light-dark(%s, %s)%s }\n",
			strings.Join(classes, ", "), l.light, l.dark, weight))
	}
	slices.Sort(lines)
	return "/* Colours of code: made by generator/highlight from the styles " + lightStyle + " and " + darkStyle +
		" of chroma. */\n" + strings.Join(lines, "") + rules
}

func lookOf(kind chroma.TokenType) look {
	light, dark := styles.Get(lightStyle).Get(kind), styles.Get(darkStyle).Get(kind)
	return look{light.Colour, dark.Colour, light.Bold == chroma.Yes}
}
