package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"worklog/generator/internal/source"
)

// maxValues bounds the values of one file: YAML aliases can make a short file stand for a
// configuration that no memory holds.
const maxValues = 100_000

// decode reads one file of the format that its name says, keys in lower case, and where each key
// stands.
func decode(file *source.File) (map[string]any, map[string]Place, error) {
	values := map[string]any{}
	data := bytes.TrimPrefix(file.Data, []byte("\uFEFF"))
	var err error
	locate := locateTOML
	switch strings.ToLower(path.Ext(file.Path)) {
	case ".toml":
		err = toml.Unmarshal(data, &values)
	case ".json":
		locate = locateJSON
		err = json.Unmarshal(data, &values)
	default:
		locate = locateYAML
		err = yaml.Unmarshal(data, &values)
	}
	if err != nil {
		return nil, nil, unreadable(file, len(file.Data)-len(data), err)
	}
	left := maxValues
	values, _ = lower(values, &left).(map[string]any)
	if left < 0 {
		return nil, nil, &Error{File: file, Message: fmt.Sprintf("more than %d values", maxValues),
			Hint: "take out the YAML aliases that repeat one another"}
	}
	places := map[string]Place{}
	locate(data, func(path []string, key, value source.Span) {
		shift := len(file.Data) - len(data)
		for i := range path {
			path[i] = strings.ToLower(path[i])
		}
		places[join(path...)] = Place{
			File:  file,
			Key:   source.Span{Start: key.Start + shift, End: key.End + shift},
			Value: source.Span{Start: value.Start + shift, End: value.End + shift},
		}
	})
	return values, places, nil
}

// lower copies a value with its keys in lower case, until the count of values left is used up.
func lower(value any, left *int) any {
	if *left--; *left < 0 {
		return nil
	}
	switch v := value.(type) {
	case map[string]any:
		table := make(map[string]any, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) { // in order: Title and title may both be there
			merge(table, map[string]any{strings.ToLower(key): lower(v[key], left)})
		}
		return table
	case map[any]any:
		table := make(map[string]any, len(v))
		for key, inner := range v {
			table[fmt.Sprint(key)] = inner
		}
		return lower(table, left)
	case []any:
		list := make([]any, len(v))
		for i, inner := range v {
			list[i] = lower(inner, left)
		}
		return list
	default:
		return value
	}
}

// unreadable turns a parser's error into one with a place; shift is the length of a byte order mark.
func unreadable(file *source.File, shift int, err error) error {
	e := &Error{File: file, Message: err.Error()}
	var (
		inTOML *toml.DecodeError
		inYAML yaml.Error
		inJSON *json.SyntaxError
		ofJSON *json.UnmarshalTypeError
	)
	switch {
	case errors.As(err, &inTOML):
		row, column := inTOML.Position()
		e.Message = strings.TrimPrefix(inTOML.Error(), "toml: ")
		e.Span.Start = shift + offset(file.Data[shift:], row, column)
	case errors.As(err, &inYAML):
		e.Message = inYAML.GetMessage()
		if token := inYAML.GetToken(); token != nil && token.Position != nil {
			e.Span.Start = shift + offset(file.Data[shift:], token.Position.Line, token.Position.Column)
		}
	case errors.As(err, &inJSON):
		// The parser has read the byte at which it stops.
		e.Span.Start = shift + max(0, int(inJSON.Offset)-1)
	case errors.As(err, &ofJSON):
		e.Message = "a configuration is an object, but here is: " + ofJSON.Value
		e.Span.Start = shift
	}
	e.Message = "unreadable configuration: " + e.Message
	e.Span.End = e.Span.Start
	return e
}
