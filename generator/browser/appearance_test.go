package browser

import "testing"

// testAppearance: the page is drawn in the scheme that the system asks for.
func (s *suite) testAppearance(t *testing.T) {
	b := s.open(t, s.site(t, "own"), view{})
	b.visit(week8)
	const luminance = `(() => {
		const canvas = new OffscreenCanvas(1, 1).getContext('2d')
		canvas.fillStyle = ` + paper + `
		canvas.fillRect(0, 0, 1, 1)
		const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data
		return (r + g + b) / 765
	})()`
	light := eval[float64](b, luminance)
	b.look(view{dark: true})
	dark := eval[float64](b, luminance)
	if light < .85 || dark > .2 {
		t.Errorf("the paper is %.2f bright in the light and %.2f in the dark", light, dark)
	}
}

// paper is the colour behind the text.
const paper = `[document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor).find(c => c != 'rgba(0, 0, 0, 0)')`
