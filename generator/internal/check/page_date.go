package check

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/spf13/cast"

	"worklog/generator/internal/page"
)

// dateKeys are the front matter's dates that decide whether and where Hugo shows a page.
func dateKeys() []string { return []string{"date", "publishdate", "lastmod", "expirydate"} }

// pageDate reads a date of the front matter as Hugo does. There is none where the key is absent or
// empty; ok is false where Hugo would refuse the page.
func pageDate(fm *page.FrontMatter, key string) (date civil.Date, ok bool) {
	value := fm.Fields[key]
	if value == nil || value == "" {
		return civil.Date{}, true
	}
	if local, is := value.(interface {
		AsTime(*time.Location) time.Time
	}); is { // TOML's dates without a zone
		return civil.DateOf(local.AsTime(time.UTC)), true
	}
	t, err := cast.ToTimeInDefaultLocationE(value, time.UTC)
	if err != nil {
		return civil.Date{}, false
	}
	return civil.DateOf(t), true
}
