package site

import (
	"maps"
	"slices"

	"github.com/gohugoio/hugo/common/hmaps"
)

// refusal is a setting that Hugo refuses, and why.
type refusal struct {
	setting []string // path of keys
	err     error
}

// settle takes out of the settings, one by one, those that try fails on, so that one bad value does
// not cost the site its title. The error is try's, where no setting is to blame.
func settle(settings hmaps.Params, try func(hmaps.Params) error) ([]refusal, error) {
	var refused []refusal
	for {
		err := try(settings)
		if err == nil {
			return refused, nil
		}
		path := culprit(settings, func() error { return try(settings) }, err)
		if path == nil {
			return refused, err
		}
		parent := settings
		for _, key := range path[:len(path)-1] {
			parent = parent[key].(hmaps.Params)
		}
		delete(parent, path[len(path)-1])
		refused = append(refused, refusal{path, err})
	}
}

// culprit finds the smallest setting without which try succeeds or, where several are bad, fails
// otherwise than with was. It leaves settings as they were.
func culprit(settings hmaps.Params, try func() error, was error) []string {
	var other string
	keys := slices.Sorted(maps.Keys(settings))
	for _, key := range keys {
		err := without(settings, key, try)
		if err == nil {
			return inside(settings, key, try, was)
		}
		if other == "" && err.Error() != was.Error() {
			other = key
		}
	}
	if other == "" {
		return nil
	}
	return inside(settings, other, try, was)
}

// inside narrows the blame for a setting down to one below it, where there is such a one.
func inside(settings hmaps.Params, key string, try func() error, was error) []string {
	if below, ok := settings[key].(hmaps.Params); ok {
		if path := culprit(below, try, was); path != nil {
			return append([]string{key}, path...)
		}
	}
	return []string{key}
}

func without(settings hmaps.Params, key string, try func() error) error {
	value := settings[key]
	delete(settings, key)
	defer func() { settings[key] = value }()
	return try()
}
