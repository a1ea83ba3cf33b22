package config

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"worklog/generator/internal/suggest"
)

// setLanguages follows Hugo: a site without languages has the default one, and a site that names
// no default has en, or else its first.
func (c *Config) setLanguages(s *settings) error {
	codes := s.keys("languages")
	c.DefaultLanguage = strings.ToLower(s.text("defaultcontentlanguage"))
	if len(codes) == 0 {
		codes = []string{cmp.Or(c.DefaultLanguage, "en")}
	}
	var disabled []string
	for _, code := range s.texts("disablelanguages") {
		disabled = append(disabled, strings.ToLower(code))
	}
	var errs []error
	for _, code := range codes {
		l := Language{
			Code:       code,
			Title:      cmp.Or(s.text("languages", code, "title"), c.Title),
			ContentDir: folder(cmp.Or(s.text("languages", code, "contentdir"), s.text("contentdir"), "content")),
			Disabled:   slices.Contains(disabled, code) || s.text("languages", code, "disabled") == "true",
			DateOrder:  c.DateOrder,
		}
		// A weight that is no number is for Hugo to refuse.
		l.Weight, _ = strconv.Atoi(s.text("languages", code, "weight"))
		errs = append(errs, l.setWorklog(s))
		c.Languages = append(c.Languages, l)
	}
	slices.SortFunc(c.Languages, func(a, b Language) int {
		switch {
		case a.Weight == b.Weight:
			return cmp.Compare(a.Code, b.Code)
		case a.Weight == 0:
			return 1
		case b.Weight == 0:
			return -1
		}
		return cmp.Compare(a.Weight, b.Weight)
	})
	errs = append(errs, c.chooseDefault(s, codes))
	c.StaticDirs = c.staticDirs(s)
	return errors.Join(errs...)
}

func (c *Config) chooseDefault(s *settings, codes []string) error {
	at := s.place("defaultcontentlanguage")
	if c.DefaultLanguage == "" {
		i := slices.IndexFunc(c.Languages, func(l Language) bool { return !l.Disabled })
		if en := slices.IndexFunc(c.Languages, func(l Language) bool { return l.Code == "en" && !l.Disabled }); en >= 0 {
			i = en
		}
		if i < 0 {
			return s.place("languages", c.Languages[0].Code).KeyFault("all languages are disabled", "leave at least one enabled")
		}
		c.DefaultLanguage = c.Languages[i].Code
	}
	i := slices.IndexFunc(c.Languages, func(l Language) bool { return l.Code == c.DefaultLanguage })
	if i < 0 {
		hint := "choose one of " + strings.Join(codes, ", ")
		if near, ok := suggest.Nearest(c.DefaultLanguage, codes); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return at.Fault(fmt.Sprintf("defaultContentLanguage %q is not among the languages", c.DefaultLanguage), hint)
	}
	if c.Languages[i].Disabled {
		return at.Fault(fmt.Sprintf("the default language %q is disabled", c.DefaultLanguage),
			"enable it, or choose another as defaultContentLanguage")
	}
	c.ContentDir = c.Languages[i].ContentDir
	return nil
}

// staticDirs unites the folders of all languages, each of which may replace the site's.
func (c *Config) staticDirs(s *settings) []string {
	keys := []string{"staticdir"}
	for i := range 11 {
		keys = append(keys, "staticdir"+strconv.Itoa(i))
	}
	var dirs []string
	for _, l := range c.Languages {
		var own []string
		for _, key := range keys {
			if s.get("languages", l.Code, key) != nil {
				own = append(own, s.texts("languages", l.Code, key)...)
			} else {
				own = append(own, s.texts(key)...)
			}
		}
		if len(own) == 0 {
			own = []string{"static"}
		}
		for _, dir := range own {
			if dir = folder(dir); !l.Disabled && !slices.Contains(dirs, dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	return dirs
}

// folder cleans the name of a folder; backslashes are what authors on Windows write.
func folder(name string) string { return path.Clean(strings.ReplaceAll(name, `\`, "/")) }
