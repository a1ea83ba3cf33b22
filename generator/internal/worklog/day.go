package worklog

// day reads the words at the beginning of a cell that say a day: "Mon", "Thứ 2", "2", "CN",
// "Day 1", "Mon - Fri", "4, 5". Bare digits are left for settleDigits, which knows the whole page.
func (c cellText) day(tokens []token) *DayCell {
	if len(tokens) == 0 {
		return nil
	}
	if _, n := readOneDay(tokens, 0); n == 0 {
		return nil
	}
	if len(tokens) > 2 && tokens[0].kind == number && tokens[1].is("/") && tokens[2].kind == number && !tokens[1].gap {
		return nil // 20/10 is a date
	}
	day := &DayCell{}
	i, end := 0, 0
	for i < len(tokens) {
		d, n := readOneDay(tokens, i)
		if n == 0 {
			break
		}
		if len(day.said) > 0 && d.kind != day.said[0].kind {
			if d.kind != digit && day.said[0].kind != digit { // "Monday 2": not a list
				break
			}
		}
		day.said = append(day.said, d)
		i += n
		end = i
		if i < len(tokens) && isRangeMark(tokens[i]) {
			day.Through = day.Through || len(day.said) == 1 && i+1 < len(tokens)
			i++
		} else if i < len(tokens) && isListMark(tokens[i]) {
			i++
		} else {
			break
		}
	}
	if len(day.said) == 0 || !standsAlone(tokens, end, day.said) {
		return nil
	}
	day.Through = day.Through && len(day.said) == 2
	day.Span = c.span(tokens[0].start, tokens[end-1].end)
	day.Rest = c.without([2]int{0, tokens[end-1].end})
	for _, d := range day.said {
		day.Digits = day.Digits || d.kind == digit
	}
	day.settle(vietnamese)
	return day
}

// standsAlone refuses a number that begins something else: "3 tasks", "2/10/2025", "4.5".
func standsAlone(tokens []token, end int, said []saidDay) bool {
	if end == len(tokens) || said[0].kind != digit {
		return true
	}
	t := tokens[end]
	return t.kind == mark && t.text != "/" && t.text != "." && t.text != ":" && t.text != "%"
}

func isListMark(t token) bool {
	switch t.text {
	case ",", "&", "+", "/", ";", "and", "va":
		return t.kind != number
	}
	return false
}

// saidDay is one day of a cell.
type saidDay struct {
	kind  dayKind
	value int // weekday from 1, ordinal, or the bare digit
}

type dayKind int

const (
	weekday dayKind = iota
	ordinal
	digit
)

// readOneDay reads one day at a token and returns how many tokens it took.
func readOneDay(tokens []token, i int) (saidDay, int) {
	t := tokens[i]
	next := token{kind: mark}
	if i+1 < len(tokens) {
		next = tokens[i+1]
	}
	switch {
	case t.kind == number:
		if len(t.text) <= 2 && t.value >= 1 && t.value <= 31 {
			return saidDay{digit, t.value}, 1
		}
	case t.kind != word:
	case t.text == "thu" && next.kind == number && next.value >= 2 && next.value <= 8,
		t.text == "t" && next.kind == number && !next.gap && next.value >= 2 && next.value <= 8:
		return saidDay{weekday, next.value - 1}, 2
	case t.text == "thu" && next.kind == word && vietnameseNumeral(next.text) > 0:
		return saidDay{weekday, vietnameseNumeral(next.text) - 1}, 2
	case t.text == "chu" && next.is("nhat"):
		return saidDay{weekday, 7}, 2
	case t.text == "cn":
		return saidDay{weekday, 7}, 1
	case (t.text == "day" || t.text == "ngay" || t.text == "buoi") && next.kind == number && len(next.text) <= 2 && next.value > 0:
		return saidDay{ordinal, next.value}, 2
	case t.raw == "tư" || t.raw == "Tư":
		return saidDay{weekday, 3}, 1
	case len(tokens) == 1 && t.text != "tu" && vietnameseNumeral(t.text) > 0:
		return saidDay{weekday, vietnameseNumeral(t.text) - 1}, 1
	case t.text == "thu" && t.raw != "" && !isASCII(t.raw): // "Thứ" without a day
	default:
		if d := englishWeekday(t.text); d > 0 && isASCII(t.raw) && (len(t.text) > 2 || len(tokens) == 1) {
			return saidDay{weekday, d}, 1
		}
	}
	return saidDay{}, 0
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// vietnameseNumeral returns the number in the name of a weekday, hai for Monday to bảy for Saturday.
func vietnameseNumeral(s string) int {
	switch s {
	case "hai":
		return 2
	case "ba":
		return 3
	case "tu", "bon":
		return 4
	case "nam":
		return 5
	case "sau":
		return 6
	case "bay":
		return 7
	}
	return 0
}

func englishWeekday(s string) int {
	switch s {
	case "monday", "mon", "mo", "mons":
		return 1
	case "tuesday", "tue", "tues", "tu":
		return 2
	case "wednesday", "wed", "weds", "we":
		return 3
	case "thursday", "thu", "thur", "thurs", "th":
		return 4
	case "friday", "fri", "fr":
		return 5
	case "saturday", "sat", "sa":
		return 6
	case "sunday", "sun", "su":
		return 7
	}
	return 0
}

// settle turns what was said into weekdays or ordinals once the meaning of digits is known.
func (d *DayCell) settle(digits digitMeaning) {
	d.Weekdays, d.Ordinal, d.Last = nil, 0, 0
	for _, s := range d.said {
		switch {
		case s.kind == weekday:
			d.Weekdays = append(d.Weekdays, s.value)
		case s.kind == digit && digits == vietnamese && s.value >= 2 && s.value <= 8:
			d.Weekdays = append(d.Weekdays, s.value-1)
		case d.Ordinal == 0:
			d.Ordinal = s.value
		default:
			d.Last = s.value
		}
	}
	if len(d.Weekdays) > 0 {
		d.Ordinal, d.Last = 0, 0
	}
}

// settleDigits decides for a page what bare digits in its day column mean: weekdays in the
// Vietnamese numbering, unless a 1 or a number above 8 shows that the author counts days.
func settleDigits(tables []*Table) {
	meaning := noDigits
	for _, c := range dayCells(tables) {
		for _, s := range c.said {
			if s.kind != digit {
				continue
			}
			if s.value == 1 || s.value > 8 {
				meaning = ordinals
			} else if meaning == noDigits {
				meaning = vietnamese
			}
		}
	}
	for _, c := range dayCells(tables) {
		c.settle(meaning)
	}
}

func dayCells(tables []*Table) []*DayCell {
	var out []*DayCell
	for _, t := range tables {
		for _, task := range t.Tasks {
			for _, f := range task.Fields {
				if f.Day != nil {
					out = append(out, f.Day)
				}
			}
		}
	}
	return out
}
