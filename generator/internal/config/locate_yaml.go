package config

import (
	"bytes"
	"slices"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"worklog/generator/internal/source"
)

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
