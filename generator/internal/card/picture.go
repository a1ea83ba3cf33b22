package card

import (
	"encoding/hex"
	"image"
	"image/color"
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"golang.org/x/image/colornames"
)

// picture has one colour beside the background, in levels: the higher, the stronger.
type picture struct{ image *image.Paletted }

// The levels. Sixteen colours make a small file, and are enough for smooth edges.
const (
	full  = 15
	muted = 12
	faint = 3
)

func newPicture(accent color.RGBA) picture {
	ink := color.RGBA{0xff, 0xff, 0xff, 0xff}
	if brightness(accent) > 150 {
		ink = color.RGBA{0x1c, 0x23, 0x27, 0xff}
	}
	palette := make(color.Palette, full+1)
	for i := range palette {
		mix := func(from, to uint8) uint8 { return uint8((int(from)*(full-i) + int(to)*i) / full) }
		palette[i] = color.RGBA{mix(accent.R, ink.R), mix(accent.G, ink.G), mix(accent.B, ink.B), 0xff}
	}
	return picture{image.NewPaletted(image.Rect(0, 0, Width, Height), palette)}
}

// ParseColor reads a colour as CSS writes it: "#0b6b5d", "#fff" or a name. Other forms are for browsers.
func ParseColor(s string) (c color.RGBA, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if named, ok := colornames.Map[s]; ok {
		return named, true
	}
	digits, marked := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	rgb, err := hex.DecodeString(digits)
	if !marked || err != nil || len(rgb) != 3 {
		return color.RGBA{}, false
	}
	return color.RGBA{rgb[0], rgb[1], rgb[2], 0xff}, true
}

// brightness of a colour as the eye weighs its parts, 0 to 255.
func brightness(c color.RGBA) int { return (299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000 }

// paint lays a mask over the picture with its point from at the point to.
func (p picture) paint(mask *image.Alpha, from, to image.Point, size image.Point, level int) {
	r := image.Rectangle{to, to.Add(size)}.Intersect(p.image.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			strength := mask.AlphaAt(from.X+x-to.X, from.Y+y-to.Y).A
			at := &p.image.Pix[p.image.PixOffset(x, y)]
			*at = max(*at, uint8((int(strength)*level+127)/255))
		}
	}
}

const weeksDrawn = 52

// days draws a column of dots for each week with work along the lower edge, and returns where they
// begin. A week without any has none: a slip in one date would leave a picture of empty dots.
func (p picture) days(days []civil.Date) (top int) {
	var weeks []civil.Date // their Mondays
	rows := 5
	for _, d := range days {
		if m := monday(d); len(weeks) == 0 || weeks[len(weeks)-1] != m {
			weeks = append(weeks, m)
		}
		if weekday(d) >= rows {
			rows = 7 // somebody worked at a weekend
		}
	}
	if len(weeks) == 0 {
		return Height - margin
	}
	weeks = weeks[max(0, len(weeks)-weeksDrawn):]
	pitch := min(inner/len(weeks), daysHeight/rows)
	top = Height - margin - pitch*rows
	mask := dot(pitch * 3 / 4)
	for column, m := range weeks {
		for row := range rows {
			level := faint
			if _, worked := slices.BinarySearchFunc(days, m.AddDays(row), civil.Date.Compare); worked {
				level = full
			}
			p.paint(mask, image.Point{}, image.Pt(margin+column*pitch, top+row*pitch), mask.Rect.Size(), level)
		}
	}
	return top - gap
}

// weekday counts from Monday, which is 0.
func weekday(d civil.Date) int { return (int(d.Weekday()) + 6) % 7 }

func monday(d civil.Date) civil.Date { return d.AddDays(-weekday(d)) }

// dot is a disc with smooth edges; each pixel is tried at sixteen points.
func dot(diameter int) *image.Alpha {
	diameter = max(diameter, 1)
	mask := image.NewAlpha(image.Rect(0, 0, diameter, diameter))
	const steps = 4
	radius := diameter * steps // in half steps
	for i := range mask.Pix {
		inside := 0
		for j := range steps * steps {
			x := 2*(i%diameter*steps+j%steps) + 1 - radius
			y := 2*(i/diameter*steps+j/steps) + 1 - radius
			if x*x+y*y <= radius*radius {
				inside++
			}
		}
		mask.Pix[i] = uint8(inside * 255 / (steps * steps))
	}
	return mask
}
