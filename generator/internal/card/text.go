package card

import (
	"image"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// typeface is a font whose glyphs are drawn one after another.
type typeface struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
}

func newTypeface(data []byte) (*typeface, error) {
	f, err := opentype.Parse(data)
	return &typeface{font: f}, err
}

// block is a text in lines of one size.
type block struct {
	face  font.Face
	size  int // pixels
	lines []string
	cut   bool // it did not fit
}

func lineHeight(size int) int { return size * 6 / 5 }

func (b block) height() int { return len(b.lines) * lineHeight(b.size) }

// longest is how many bytes of a text are looked at: more never fit.
const longest = 1000

// set breaks a text into lines that fit the card; a text that needs more lines than there may be ends
// with an ellipsis.
func (t *typeface) set(text string, size, lines int) block {
	face, err := opentype.NewFace(t.font, &opentype.FaceOptions{Size: float64(size), DPI: 72})
	if err != nil {
		return block{} // no font of ours
	}
	b := block{face: face, size: size}
	for _, word := range strings.Fields(t.drawable(text[:min(len(text), longest)])) {
		for word != "" && !b.cut {
			line := word
			if n := len(b.lines); n > 0 {
				line = b.lines[n-1] + " " + word
			}
			switch n := len(b.lines); {
			case n > 0 && b.fits(line):
				b.lines[n-1], word = line, ""
			case n >= lines:
				b.cut = true
			default:
				start := b.start(word, "")
				b.lines, word = append(b.lines, start), word[len(start):]
			}
		}
	}
	if n := len(b.lines); b.cut && n > 0 {
		b.lines[n-1] = strings.TrimRight(b.start(b.lines[n-1], "…"), " ,;:–-") + "…"
	}
	return b
}

func (b block) fits(line string) bool { return font.MeasureString(b.face, line).Ceil() <= inner }

// start is as much of a line as fits together with what is to stand behind it, but one character at least.
func (b block) start(line, behind string) string {
	runes := []rune(line)
	n := sort.Search(len(runes), func(n int) bool { return !b.fits(string(runes[:n+1]) + behind) })
	return string(runes[:max(n, 1)])
}

// drawable leaves out what would be a box, a mark in the wrong place, or written backwards.
func (t *typeface) drawable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		glyph, err := t.font.GlyphIndex(&t.buffer, r)
		if err != nil || glyph == 0 || !unicode.IsPrint(r) || unicode.In(r, unicode.Mn, unicode.Hebrew, unicode.Arabic) {
			return -1
		}
		return r
	}, norm.NFC.String(text))
}

// text draws a block whose upper left corner is at x and y.
func (p picture) text(b block, x, y, level int) {
	for i, line := range b.lines {
		at := fixed.P(x, y+i*lineHeight(b.size)+b.size)
		before := rune(-1)
		for _, r := range line {
			if before >= 0 {
				at.X += b.face.Kern(before, r)
			}
			r1, mask, from, advance, ok := b.face.Glyph(at, r)
			if alpha, isAlpha := mask.(*image.Alpha); ok && isAlpha {
				p.paint(alpha, from, r1.Min, r1.Size(), level)
			}
			at.X += advance
			before = r
		}
	}
}
