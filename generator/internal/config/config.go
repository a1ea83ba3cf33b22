// Package config reads what the generator must know of a site before Hugo runs: its languages,
// folders and base URL, and the settings of worklog itself in [params.worklog].
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"time"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/source"
)

// Config is a site's configuration as far as the generator reads it.
type Config struct {
	Files           []*source.File // as they were merged: a later file wins
	Title           string
	BaseURL         string         // as written; may be empty
	BasePath        string         // the path of BaseURL, with a slash at both ends: "/report/"
	DefaultLanguage string         // a Code of Languages
	Languages       []Language     // in Hugo's order: by weight, those without weight last, then by code
	ContentDir      string         // the default language's, relative to the site's root, slashes forward
	StaticDirs      []string       // a file in a later folder wins over one in an earlier
	BuildDrafts     bool           // pages that their authors hold back are rendered too
	UglyURLs        bool           // addresses of pages end with .html
	Location        *time.Location // of timeZone; UTC where none is set
	DateOrder       DateOrder      // of [params.worklog]
	Without         []string       // of [params.worklog]: the generated parts that are not wanted
	Rules           []Rule         // of [params.worklog.rules], in order of name
}

// Language is one language of a site.
type Language struct {
	Code       string // lower case, as Hugo keeps it
	Title      string // the site's where the language has none
	Weight     int
	ContentDir string    // relative to the site's root, slashes forward
	Disabled   bool      // Hugo does not render it
	DateOrder  DateOrder // of [languages.CODE.params.worklog], else the site's
}

// Rule is the setting of one rule. Whether the rule exists is for its package to say.
type Rule struct {
	Name     string // lower case
	Severity diag.Severity
	Default  bool // the rule was switched on without a severity: it has its own
	Place    Place
}

// Load reads the configuration of the site whose root is fsys, from the files in which Hugo looks
// for it. The name of the root is used in errors only. An error is a *MissingError where there is
// no configuration, or joins an *Error for each fault in it.
func Load(fsys fs.FS, root string) (*Config, error) {
	s, err := read(fsys, root)
	if err != nil {
		return nil, err
	}
	c := &Config{Files: s.files, Title: s.text("title"), BaseURL: s.text("baseurl"), BuildDrafts: s.get("builddrafts") == true, UglyURLs: s.get("uglyurls") == true}
	err = errors.Join(c.setBasePath(s), c.setLocation(s), c.setWorklog(s), c.setLanguages(s))
	if err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Config) setBasePath(s *settings) error {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return s.place("baseurl").Fault(fmt.Sprintf("unreadable baseURL %q", c.BaseURL),
			"write it as https://example.com/ or https://example.com/report/")
	}
	c.BasePath = "/" + strings.TrimLeft(u.Path, "/")
	if !strings.HasSuffix(c.BasePath, "/") {
		c.BasePath += "/"
	}
	return nil
}

func (c *Config) setLocation(s *settings) error {
	name := s.text("timezone")
	location, err := time.LoadLocation(name)
	if err != nil {
		return s.place("timezone").Fault(fmt.Sprintf("unknown timeZone %q", name),
			`write a name of the IANA list, such as "Asia/Ho_Chi_Minh"`)
	}
	c.Location = location
	return nil
}
