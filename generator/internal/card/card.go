// Package card draws the picture that messengers and social networks show beside a link to the site.
package card

import (
	"bytes"
	"image/color"
	"image/png"

	"cloud.google.com/go/civil"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// Width and Height are the size in pixels that the networks show without cutting.
const (
	Width  = 1200
	Height = 630
)

// Card is what the picture says. Characters that the font lacks, and those of scripts that need more
// than glyphs in a row, are left out; so is what has no room.
type Card struct {
	Title  string
	Text   string       // a sentence below the title
	Totals string       // a line above the days
	Days   []civil.Date // on which something was done, in order; the last 52 weeks with work are drawn
	Accent color.RGBA   // of the background, opaque
}

// The layout, in pixels.
const (
	margin     = 76
	inner      = Width - 2*margin
	daysHeight = 150 // at most
	gap        = 24
)

// PNG draws the card. The same card gives the same bytes.
func (c Card) PNG() ([]byte, error) {
	bold, err := newTypeface(liberationsansbold.TTF)
	if err != nil {
		return nil, err
	}
	regular, err := newTypeface(liberationsansregular.TTF)
	if err != nil {
		return nil, err
	}
	p := newPicture(c.Accent)
	bottom := p.days(c.Days)
	totals := regular.set(c.Totals, 32, 1)
	bottom -= totals.height()
	p.text(totals, margin, bottom, muted)

	title := bold.set(c.Title, 84, 1)
	if title.cut {
		title = bold.set(c.Title, 70, 2)
	}
	if title.cut {
		title = bold.set(c.Title, 58, 3)
	}
	p.text(title, margin, margin-12, full)
	top := margin - 12 + title.height() + gap
	p.text(regular.set(c.Text, 36, min((bottom-gap-top)/lineHeight(36), 2)), margin, top, muted)

	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, p.image)
	return b.Bytes(), err
}
