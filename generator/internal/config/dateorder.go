package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// DateOrder says how the authors write dates of three numbers.
type DateOrder int

// The date orders; NoOrder leaves it to each page. Dates that begin with the year need none.
const (
	NoOrder  DateOrder = iota
	DayMonth           // 31/12
	MonthDay           // 12/31
)

// String returns the order as configuration files take it, "" for NoOrder.
func (o DateOrder) String() string { return [...]string{"", "dmy", "mdy"}[o] }

// ParseDateOrder reads "dmy" and "mdy" and what people write for them, such as "DD/MM/YYYY", "d-m"
// or "month day".
func ParseDateOrder(text string) (DateOrder, error) {
	short := strings.NewReplacer("day", "d", "month", "m", "year", "y").Replace(strings.ToLower(text))
	letters := slices.Compact(slices.DeleteFunc([]rune(short), func(r rune) bool { return !unicode.IsLetter(r) }))
	switch string(letters) {
	case "dmy", "dm":
		return DayMonth, nil
	case "mdy", "md":
		return MonthDay, nil
	}
	return NoOrder, fmt.Errorf(`unknown dateOrder %q: use "dmy" (31/12) or "mdy" (12/31)`, text)
}
