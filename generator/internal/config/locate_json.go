package config

import (
	"bytes"
	"encoding/json"
	"slices"

	"worklog/generator/internal/source"
)

// locateJSON reports every key of a readable JSON file; items of lists are left out.
func locateJSON(data []byte, report yield) {
	d := json.NewDecoder(bytes.NewReader(data))
	next := func() (json.Token, source.Span) {
		start := int(d.InputOffset())
		token, err := d.Token()
		if err != nil {
			return nil, source.Span{}
		}
		for start < len(data) && bytes.IndexByte([]byte(" \t\r\n,:"), data[start]) >= 0 {
			start++
		}
		return token, source.Span{Start: start, End: int(d.InputOffset())}
	}
	var value func(path []string, token json.Token)
	value = func(path []string, token json.Token) {
		opening, ok := token.(json.Delim)
		if !ok {
			return
		}
		for d.More() {
			if opening == '[' {
				item, _ := next()
				value(nil, item)
				continue
			}
			name, key := next()
			text, _ := name.(string)
			token, at := next()
			if path == nil { // inside a list
				value(nil, token)
				continue
			}
			inner := append(slices.Clone(path), text)
			report(slices.Clone(inner), key, at)
			value(inner, token)
		}
		next()
	}
	token, _ := next()
	value([]string{}, token)
}
