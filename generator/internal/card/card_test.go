package card

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// days is a day of work on each weekday of n weeks but every eleventh.
func days(n int) []civil.Date {
	var out []civil.Date
	first := civil.Date{Year: 2025, Month: 9, Day: 8}
	for i := range n * 7 {
		if i%7 < 5 && i%11 != 10 {
			out = append(out, first.AddDays(i))
		}
	}
	return out
}

func accent() color.RGBA { return color.RGBA{0x0b, 0x6b, 0x5d, 0xff} }

func examples() map[string]Card {
	saturday := append(days(15), civil.Date{Year: 2025, Month: 12, Day: 27})
	return map[string]Card{
		"english":    {"Internship worklog", "An internship in cloud engineering, day by day.", "12 weeks · 57 days · 84 tasks", days(12), accent()},
		"vietnamese": {"Nhật ký thực tập Ứng dụng", "Nhật ký thực tập ngành kỹ thuật đám mây, ghi theo từng ngày.", "12 tuần · 57 ngày · 84 công việc", saturday, accent()},
		"long": {strings.Repeat("Nhật ký thực tập tốt nghiệp ", 6), strings.Repeat("The author's own words about the site. ", 9),
			"52 weeks", days(300), color.RGBA{0xf2, 0xc1, 0x4e, 0xff}},
		"eighty":    {"Internship report of a cloud engineer in the first cloud journey programme, 2025", "", "3 tuần", days(3), accent()},
		"unbroken":  {strings.Repeat("Donaudampfschifffahrt", 9), strings.Repeat("x", 300), "", nil, accent()},
		"strange":   {"📦 Báo cáo 🇻🇳\n\tcủa nho\u0301m", "שלום مرحبا 日本語 \x00 \ufffd abc", "", days(1), accent()},
		"right":     {"سجل العمل", "", "", days(4), accent()},
		"decompose": {"Nhật ký", "", "", nil, accent()},
		"slip":      {"A slip in a year", "", "", append(append([]civil.Date{{Year: 2024, Month: 9, Day: 2}}, days(12)...), civil.Date{Year: 2052, Month: 9, Day: 2}), accent()},
		"none":      {},
	}
}

func TestPNG(t *testing.T) {
	for name, c := range examples() {
		first, err := c.PNG()
		if err != nil {
			t.Fatal(err)
		}
		second, _ := c.PNG()
		if !bytes.Equal(first, second) {
			t.Errorf("%s: drawn twice, it differs", name)
		}
		if len(first) > 40<<10 {
			t.Errorf("%s: %d bytes", name, len(first))
		}
		config, err := png.DecodeConfig(bytes.NewReader(first))
		if err != nil || config.Width != Width || config.Height != Height {
			t.Errorf("%s: %v, %v", name, config, err)
		}
		if dir := os.Getenv("CARD_DIR"); dir != "" { // to look at them
			if err := os.WriteFile(filepath.Join(dir, name+".png"), first, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestGlyphs wants every letter of Vietnamese in both fonts.
func TestGlyphs(t *testing.T) {
	lower := "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ0123456789·–—…“”’&<>"
	text := lower + strings.ToUpper(lower)
	for name, data := range map[string][]byte{"bold": liberationsansbold.TTF, "regular": liberationsansregular.TTF} {
		f, err := newTypeface(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.drawable(text); got != text {
			t.Errorf("%s: only %s", name, got)
		}
		if got := f.drawable("e\u0302\u0301 📦\u200b\u0627\u05d0\ufe0f"); got != "ế " {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestSet breaks lines.
func TestSet(t *testing.T) {
	f, err := newTypeface(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		text  string
		lines int
		want  int
		cut   bool
	}{
		{"", 2, 0, false}, {"one", 2, 1, false}, {"one", 0, 0, true}, {strings.Repeat("word ", 8), 3, 2, false},
		{strings.Repeat("word ", 60), 2, 2, true}, {strings.Repeat("w", 40), 3, 3, false}, {strings.Repeat("w", 400), 3, 3, true}, {strings.Repeat("i", 1e7), 3, 3, true},
	} {
		b := f.set(x.text, 76, x.lines)
		if len(b.lines) != x.want || b.cut != x.cut {
			t.Errorf("%.10s in %d lines: %q, cut %v", x.text, x.lines, b.lines, b.cut)
		}
		for _, line := range b.lines {
			if !b.fits(line) {
				t.Errorf("%q does not fit", line)
			}
		}
	}
}

func TestParseColor(t *testing.T) {
	for s, want := range map[string]color.RGBA{
		"#0b6b5d": {0x0b, 0x6b, 0x5d, 0xff}, " #FA0": {0xff, 0xaa, 0, 0xff}, "Navy": {0, 0, 0x80, 0xff},
		"": {}, "#": {}, "#12345": {}, "#xyzxyz": {}, "0b6b5d": {}, "#ééé": {}, "#é!": {}, "rgb(1,2,3)": {},
	} {
		if got, ok := ParseColor(s); got != want || ok != (want.A > 0) {
			t.Errorf("%q: %v, %v", s, got, ok)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	c := examples()["vietnamese"]
	for b.Loop() {
		if _, err := c.PNG(); err != nil {
			b.Fatal(err)
		}
	}
}
