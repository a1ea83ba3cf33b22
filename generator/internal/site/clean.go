package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/types"
)

// replaced are the settings of a site that the render decides itself: they bring in themes, name
// folders to write to, run programs, leave pages out, or change pages after our layouts made them.
var replaced = []string{
	"theme", "themesdir", "module", "caches", "cachedir", "resourcedir", "publishdir",
	"build", "server", "deployment", "segments", "rendersegments", "paniconwarning",
	"outputs", "contenttypes", "minify", "minifyoutput", "printunusedtemplates", "templatemetrics",
	"canonifyurls", "relativeurls", "enablegitinfo", "reflinkserrorlevel", "timeout", "security",
	"buildfuture", "buildexpired", "nobuildlock",
}

// clean takes out of the settings what the render replaces; it returns what readers would miss.
func clean(settings hmaps.Params) (lost []Message) {
	note := func(setting, text string) {
		lost = append(lost, Message{Text: text, SetAside: setting})
	}
	if m, ok := settings["module"].(hmaps.Params); ok && m["mounts"] != nil {
		note("module.mounts", "module.mounts is set aside: pages are read from contentDir alone")
	}
	for _, key := range replaced {
		delete(settings, key)
	}
	rename(settings)
	keepKinds(settings, note)
	steadyDates(settings)
	languages, ok := settings["languages"].(hmaps.Params)
	if !ok || !cleanLanguages(languages, note) {
		delete(settings, "languages")
	}
	return lost
}

// cleanLanguages does for each language what clean does for the site; it reports whether any is left.
func cleanLanguages(languages hmaps.Params, note func(setting, text string)) bool {
	var codes []string
	for code, v := range languages {
		language, ok := v.(hmaps.Params)
		if !ok {
			if code != hmaps.MergeStrategyKey {
				note("languages."+code, fmt.Sprintf("languages.%s is set aside: write it as a table of settings", code))
				delete(languages, code)
			}
			continue
		}
		codes = append(codes, code)
		if language["baseurl"] != nil {
			note("languages."+code+".baseURL", "a language's own baseURL is set aside: the site has one address")
			delete(language, "baseurl")
		}
		if _, ok := language["cascade"].(hmaps.Params); !ok {
			delete(language, "cascade") // Hugo panics on a list here
		}
		for _, key := range replaced {
			delete(language, key)
		}
		rename(language)
		keepKinds(language, note)
		steadyDates(language)
	}
	// In Hugo's own order, but with no two alike: it lists translations of equal weight at random.
	slices.SortFunc(codes, func(a, b string) int {
		return cmp.Or(cmp.Compare(weight(languages[a]), weight(languages[b])), cmp.Compare(a, b))
	})
	for i, code := range codes {
		languages[code].(hmaps.Params)["weight"] = i + 1
	}
	return len(codes) > 0
}

// weight gives a language's place; those without one come last.
func weight(language any) int {
	n, err := strconv.Atoi(fmt.Sprint(language.(hmaps.Params)["weight"]))
	if err != nil || n == 0 {
		return math.MaxInt
	}
	return n
}

// renamed are settings that Hugo warns of although they mean what they always meant.
var renamed = map[string]string{
	"languagename": "label", "languagecode": "locale", "languagedirection": "direction",
}

func rename(settings hmaps.Params) {
	for old, now := range renamed {
		if v, ok := settings[old]; ok {
			delete(settings, old)
			if settings[now] == nil {
				settings[now] = v
			}
		}
	}
}

// keepKinds sees to it that weekly pages are rendered: they are pages or sections.
func keepKinds(settings hmaps.Params, note func(setting, text string)) {
	kinds := types.ToStringSlicePreserveString(settings["disablekinds"])
	kept := slices.DeleteFunc(kinds, func(kind string) bool {
		needed := slices.Contains([]string{"page", "section", "home"}, strings.ToLower(kind))
		if needed {
			note("disableKinds", fmt.Sprintf("disableKinds = %q is set aside: pages would vanish", kind))
		}
		return needed
	})
	if settings["disablekinds"] != nil {
		settings["disablekinds"] = kept
	}
}

// steadyDates drops dates that depend on the clone of the site and not on what its author wrote.
func steadyDates(settings hmaps.Params) {
	dates, ok := settings["frontmatter"].(hmaps.Params)
	if !ok {
		return
	}
	for key, v := range dates {
		sources := slices.DeleteFunc(types.ToStringSlicePreserveString(v), func(s string) bool {
			s = strings.ToLower(s)
			return s == ":filemodtime" || s == ":git"
		})
		if len(sources) == 0 {
			delete(dates, key)
			continue
		}
		dates[key] = sources
	}
}
