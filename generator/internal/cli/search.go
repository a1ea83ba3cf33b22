package cli

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"worklog/generator/internal/generate"
	"worklog/generator/internal/search"
	"worklog/generator/internal/site"
)

// writeSearch writes the search index of each language to the root of its site, for a language without
// pages an empty one, as its home page offers to search, too. root is the path of the base URL, with a
// slash at both ends.
func writeSearch(dir, root string, result *site.Result, generated *generate.Output) error {
	if slices.Contains(generated.Data.Without, "search") {
		return nil
	}
	addresses := make(map[string]string, len(result.URLs))
	for _, u := range result.URLs {
		addresses[u.Language+":"+u.Source] = u.RelPermalink
	}
	for _, home := range result.Homes {
		documents := generated.Search[home.Language]
		own := root
		if home.Folder != "" {
			own += home.Folder + "/"
		}
		found := documents[:0]
		for _, d := range documents {
			address, ok := addresses[home.Language+":"+d.Source]
			if !ok {
				continue
			}
			d.Address = address
			if below, ok := strings.CutPrefix(address, own); ok && !strings.Contains(below, ":") {
				d.Address = cmp.Or(below, "./")
			}
			if d.Title == "" {
				d.Title = home.Title
			}
			found = append(found, d)
		}
		at := filepath.Join(dir, filepath.FromSlash(home.Folder))
		err := search.Write(found, search.DefaultSizes(), func(name string, data []byte) error {
			file := filepath.Join(at, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			return os.WriteFile(file, data, 0o644)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
