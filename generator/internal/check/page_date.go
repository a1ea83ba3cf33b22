package check

import (
	"time"

	"github.com/spf13/cast"

	"worklog/generator/internal/page"
)

// dateKeys are the front matter's dates that decide whether and where Hugo shows a page.
func dateKeys() []string { return []string{"date", "publishdate", "lastmod", "expirydate"} }

// hugoReads reports whether Hugo can read a date of the front matter; an absent or empty one is
// none to it.
func hugoReads(fm *page.FrontMatter, key string) bool {
	value := fm.Fields[key]
	if value == nil || value == "" {
		return true
	}
	if _, ok := value.(interface {
		AsTime(*time.Location) time.Time
	}); ok { // TOML's dates without a zone
		return true
	}
	_, err := cast.ToTimeInDefaultLocationE(value, time.UTC)
	return err == nil
}
