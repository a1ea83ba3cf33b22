package site

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/parser/pageparser"
)

// writePages puts the pages into memory, but of those that Hugo puts in the same place only one:
// Hugo takes either of them, by chance and without a word.
func (r *renderer) writePages(configs *allconfig.Configs) error {
	names := slices.Sorted(maps.Keys(r.o.Pages))
	first := make(map[string]string, len(names))
	for _, name := range names {
		key := address(name, configs)
		other, ok := first[key]
		if !ok || draft(r.o.Pages[other]) && !draft(r.o.Pages[name]) { // a draft takes no page's place
			first[key] = name
		}
	}
	for _, name := range names {
		if other := first[address(name, configs)]; other != name {
			r.twins[name] = true
			if !draft(r.o.Pages[name]) {
				text := fmt.Sprintf("this page is not rendered: %s has the same address; rename one of them", other)
				r.messages = append(r.messages, Message{File: name, Text: text})
			}
			continue
		}
		page, fault := guard(r.o.Pages[name])
		if fault != nil {
			fault.File = name
			r.messages = append(r.messages, *fault)
		}
		if err := r.files.write(r.onSite(name), page); err != nil {
			return err
		}
	}
	return nil
}

// onSite gives the absolute path of a page.
func (r *renderer) onSite(name string) string {
	return filepath.Join(r.o.Dir, filepath.FromSlash(name))
}

// address is what a source has in common with the sources that Hugo puts in the same place: case
// does not count, nor whether a page is a file or a folder, nor whether the default language is named.
func address(name string, configs *allconfig.Configs) string {
	key := strings.ReplaceAll(strings.ToLower(strings.TrimSuffix(name, path.Ext(name))), " ", "-")
	lang := configs.Base.DefaultContentLanguage
	if suffix := strings.TrimPrefix(path.Ext(key), "."); configs.LanguageConfigMap[suffix] != nil {
		lang, key = suffix, strings.TrimSuffix(key, "."+suffix)
	}
	key = strings.TrimSuffix(strings.TrimSuffix(key, "/_index"), "/index")
	return key + "." + lang
}

// missing says why a page is not there, as far as its path tells.
func missing(name string, rendered map[string]bool) Message {
	for other := range rendered {
		if base := path.Base(other); path.Dir(other) == path.Dir(name) && strings.HasPrefix(base, "index.") {
			return Message{File: name, Text: fmt.Sprintf("this page is not rendered: it lies beside %s, "+
				"which makes the folder one page; rename that to _%[1]s", base)}
		}
	}
	return Message{File: name, Text: "this page is not rendered: its front matter or the configuration leaves it out"}
}

// draft reports whether the author holds the page back.
func draft(page []byte) bool {
	front, err := pageparser.ParseFrontMatterAndContent(bytes.NewReader(page))
	if err != nil {
		return false
	}
	for key, v := range front.FrontMatter {
		if held, ok := v.(bool); ok && held && strings.EqualFold(key, "draft") {
			return true
		}
	}
	return false
}
