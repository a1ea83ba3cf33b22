package config

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"worklog/generator/internal/source"
)

// settings is the merged configuration: keys in lower case, as Hugo takes them, and the place of
// each.
type settings struct {
	files  []*source.File
	values map[string]any
	places map[string]Place // keyed by joined path
}

// read merges the configuration files of a site.
func read(fsys fs.FS, root string) (*settings, error) {
	docs, err := find(fsys)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	if len(docs) == 0 {
		return nil, &MissingError{Root: root, Below: sitesBelow(fsys)}
	}
	s := &settings{values: map[string]any{}, places: map[string]Place{}}
	for _, doc := range docs {
		data, err := fs.ReadFile(fsys, doc.path)
		if err != nil {
			return nil, fmt.Errorf("cannot read the configuration: %w", err)
		}
		file := source.NewFile(doc.path, data)
		values, places, err := decode(file)
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, file)
		s.add(doc.key, values, places)
	}
	return s, nil
}

// add merges one file's content under a key.
func (s *settings) add(key []string, values map[string]any, places map[string]Place) {
	strip := ""
	if len(key) > 0 && len(values) == 1 {
		// A file may repeat its own name as its only key: [params] in params.toml.
		stem := key[len(key)-1]
		if inner, ok := values[stem].(map[string]any); ok {
			values, strip = inner, join(stem)
		}
	}
	for i := len(key) - 1; i >= 0; i-- {
		values = map[string]any{key[i]: values}
	}
	prefix := join(key...)
	for name, place := range places {
		if rest, ok := strings.CutPrefix(name, strip); ok && rest != "" {
			s.places[prefix+rest] = place
		}
	}
	merge(s.values, values)
}

// merge overwrites the values of to, table by table.
func merge(to, from map[string]any) {
	for key, value := range from {
		table, ok := value.(map[string]any)
		old, both := to[key].(map[string]any)
		if ok && both {
			merge(old, table)
			continue
		}
		to[key] = value
	}
}

// join makes one key of a path; no key of a file can hold its separator twice by accident of dots.
func join(path ...string) string {
	var b strings.Builder
	for _, key := range path {
		b.WriteString(key)
		b.WriteByte(0)
	}
	return b.String()
}

// get returns the value at a path of lower-case keys, nil where there is none.
func (s *settings) get(path ...string) any {
	var value any = s.values
	for _, key := range path {
		table, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = table[key]
	}
	return value
}

// table returns the table at a path, nil where there is none.
func (s *settings) table(path ...string) map[string]any {
	table, _ := s.get(path...).(map[string]any)
	return table
}

// keys returns the keys of the table at a path in order.
func (s *settings) keys(path ...string) []string {
	return slices.Sorted(maps.Keys(s.table(path...)))
}

// text returns a single value as a string; a table, a list and an absent value are "".
func (s *settings) text(path ...string) string {
	switch v := s.get(path...).(type) {
	case nil, map[string]any, []any:
		return ""
	default:
		return fmt.Sprint(v)
	}
}

// texts returns a list of strings; a single value is a list of one.
func (s *settings) texts(path ...string) []string {
	list, ok := s.get(path...).([]any)
	if !ok {
		if text := s.text(path...); text != "" {
			return []string{text}
		}
		return nil
	}
	texts := make([]string, 0, len(list))
	for _, v := range list {
		texts = append(texts, fmt.Sprint(v))
	}
	return texts
}

// place returns where a setting stands, or where the nearest table around it does.
func (s *settings) place(path ...string) Place {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if p, ok := s.places[join(path...)]; ok {
			return p
		}
	}
	return Place{File: s.files[0]}
}
