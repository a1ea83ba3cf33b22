package site

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config/allconfig"
)

// standIns is the generated folder of words for languages of which we have none.
const standIns = "i18n-other"

// layWords gives each language of the site that has no words of ours those of its base language, and
// English ones where we do not have that either: a button with English words is better than one
// without any.
func (r *renderer) layWords(configs *allconfig.Configs) error {
	for _, code := range slices.Sorted(maps.Keys(configs.LanguageConfigMap)) {
		base, _, _ := strings.Cut(code, "-")
		for _, name := range []string{code, base, "en"} {
			words, err := fs.ReadFile(r.o.Layouts, "i18n/"+name+".toml")
			if err != nil {
				continue
			}
			if name != code {
				if err := r.files.write(r.files.path(standIns+"/"+code+".toml"), words); err != nil {
					return err
				}
			}
			break
		}
	}
	return nil
}
