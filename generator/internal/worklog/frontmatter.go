package worklog

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cast"

	"worklog/generator/internal/page"
)

// TemplateDate is the date in the front matter of the template that most sites are copied from.
var TemplateDate = civil.Date{Year: 2024, Month: time.January, Day: 1}

// FrontMatterDate reads the date of the front matter in every form that Hugo reads; ok is false
// where there is none or Hugo would refuse it.
func FrontMatterDate(p *page.Page) (d civil.Date, ok bool) {
	switch v := p.FrontMatter.Fields["date"].(type) {
	case nil:
		return civil.Date{}, false
	case time.Time:
		return civil.DateOf(v), true
	case toml.LocalDate:
		return civil.DateOf(v.AsTime(time.UTC)), true
	case toml.LocalDateTime:
		return civil.DateOf(v.AsTime(time.UTC)), true
	case string:
		if d, err := civil.ParseDate(v); err == nil {
			return d, true
		}
		t, err := cast.ToTimeInDefaultLocationE(v, time.UTC)
		return civil.DateOf(t), err == nil && v != ""
	default:
		t, err := cast.ToTimeInDefaultLocationE(v, time.UTC)
		return civil.DateOf(t), err == nil
	}
}
