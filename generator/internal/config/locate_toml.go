package config

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"worklog/generator/internal/source"
)

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
