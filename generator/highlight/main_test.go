package main

import (
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

func TestSheetIsCurrent(t *testing.T) {
	data, err := os.ReadFile("../../static/css/code.css")
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != sheet() {
		t.Error("static/css/code.css is out of date: run go generate ./generator/highlight")
	}
}

// Code is text: WCAG wants 4.5:1 on the background that base.css gives it.
func TestContrast(t *testing.T) {
	base, err := os.ReadFile("../../static/css/base.css")
	if err != nil {
		t.Fatal(err)
	}
	wash := pairs(string(base[strings.Index(string(base), "--wash"):]))[0]
	colours := pairs(sheet())
	if len(colours) < 4 {
		t.Fatalf("the sheet has %d colours", len(colours))
	}
	for _, c := range colours {
		for i, scheme := range []string{"light", "dark"} {
			if ratio := contrast(c[i], wash[i]); ratio < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, c[i], wash[i], ratio)
			}
		}
	}
}

// pairs finds the colours of each light-dark() of a sheet.
func pairs(css string) [][2]chroma.Colour {
	var out [][2]chroma.Colour
	for _, m := range regexp.MustCompile(`light-dark\((#\w+), (#\w+)\)`).FindAllStringSubmatch(css, -1) {
		out = append(out, [2]chroma.Colour{chroma.ParseColour(m[1]), chroma.ParseColour(m[2])})
	}
	return out
}

// contrast is the ratio that WCAG 2 defines, from 1 to 21.
func contrast(a, b chroma.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(c chroma.Colour) float64 {
	linear := func(b uint8) float64 {
		v := float64(b) / 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*linear(c.Red()) + .7152*linear(c.Green()) + .0722*linear(c.Blue())
}
