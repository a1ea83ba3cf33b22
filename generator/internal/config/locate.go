package config

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/pelletier/go-toml/v2/unstable"

	"worklog/generator/internal/source"
)

// yield is told the path of a key and where the key and its value stand. The path may be changed.
type yield func(path []string, key, value source.Span)

// locateTOML reports every key of a readable TOML file; items of lists are left out.
func locateTOML(data []byte, report yield) {
	p := unstable.Parser{}
	p.Reset(data)
	var table []string
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			var at source.Span
			table, at = tomlKey(nil, e.Key())
			report(slices.Clone(table), at, at)
		case unstable.KeyValue:
			tomlPair(table, e, report)
		}
	}
}

func tomlPair(table []string, pair *unstable.Node, report yield) {
	path, at := tomlKey(table, pair.Key())
	value := pair.Value()
	span := tomlSpan(value)
	if span.Empty() {
		span = at
	}
	report(slices.Clone(path), at, span)
	if value.Kind != unstable.InlineTable {
		return
	}
	for children := value.Children(); children.Next(); {
		tomlPair(path, children.Node(), report)
	}
}

func tomlKey(table []string, key unstable.Iterator) (path []string, at source.Span) {
	path = slices.Clone(table)
	for key.Next() {
		path = append(path, string(key.Node().Data))
		at = tomlSpan(key.Node())
	}
	return path, at
}

func tomlSpan(n *unstable.Node) source.Span {
	return source.Span{Start: int(n.Raw.Offset), End: int(n.Raw.Offset + n.Raw.Length)}
}

// locateYAML reports every key of a readable YAML file; items of lists are left out.
func locateYAML(data []byte, report yield) {
	file, err := parser.ParseBytes(data, 0)
	if err != nil || len(file.Docs) == 0 {
		return
	}
	yamlNode(nil, file.Docs[0].Body, data, report)
}

func yamlNode(path []string, node ast.Node, data []byte, report yield) {
	switch n := node.(type) {
	case *ast.AnchorNode:
		yamlNode(path, n.Value, data, report)
	case *ast.MappingNode:
		for _, pair := range n.Values {
			yamlNode(path, pair, data, report)
		}
	case *ast.MappingValueNode:
		inner := append(slices.Clone(path), n.Key.GetToken().Value)
		key := yamlSpan(n.Key, data)
		value := key
		if _, ok := n.Value.(ast.ScalarNode); ok {
			value = yamlSpan(n.Value, data)
		}
		report(slices.Clone(inner), key, value)
		yamlNode(inner, n.Value, data, report)
	}
}

// yamlSpan is the span of a word on one line; quotes are left out.
func yamlSpan(n ast.Node, data []byte) source.Span {
	token := n.GetToken()
	start := offset(data, token.Position.Line, token.Position.Column)
	end := min(start+len(token.Value), len(data))
	if i := bytes.IndexByte(data[start:end], '\n'); i >= 0 {
		end = start + i
	}
	return source.Span{Start: start, End: end}
}

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

// offset returns the byte offset of a 1-based line and column, columns counted in code points.
func offset(data []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return len(data)
		}
		at += i + 1
	}
	for ; column > 1 && at < len(data) && data[at] != '\n'; column-- {
		_, size := utf8.DecodeRune(data[at:])
		at += size
	}
	return at
}
