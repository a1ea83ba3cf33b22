package chapter

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// endsItself reports whether a text, comment or declaration ends before what follows it.
func endsItself(kind html.TokenType, raw string) bool {
	switch {
	case kind == html.TextToken:
		return !strings.HasSuffix(raw, "<") && !strings.HasSuffix(raw, "</")
	case strings.HasPrefix(raw, "<!--"):
		return strings.HasSuffix(raw, "-->")
	}
	return strings.HasSuffix(raw, ">")
}

// needsNoEnd knows the elements that have no end tag, and those that HTML ends by itself where the
// next one begins.
func needsNoEnd(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
		atom.P, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot,
		atom.Colgroup, atom.Caption, atom.Option, atom.Optgroup, atom.Rt, atom.Rp:
		return true
	}
	return false
}

// closeElements returns HTML in which every element ends, as a browser would understand it.
func closeElements(content string) (string, error) {
	nodes, err := html.ParseFragment(strings.NewReader(content), &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
