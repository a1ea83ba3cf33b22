package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// compare makes sure that both programs have made the same site: as many weekly pages, and the same
// words in the same order on the home page, the section's and some weeks'. Else the figures mean
// nothing.
func compare(ours, hugo string, weeks int) error {
	for _, dir := range []string{ours, hugo} {
		pages, err := filepath.Glob(filepath.Join(dir, "1-worklog", "1.*", "index.html"))
		if err != nil {
			return err
		}
		if len(pages) != weeks {
			return fmt.Errorf("%s has %d weekly pages instead of %d", dir, len(pages), weeks)
		}
	}
	names := []string{"index.html", "1-worklog/index.html"}
	for _, n := range []int{1, weeks/2 + 1, weeks} {
		names = append(names, strings.ToLower(filepath.ToSlash(weekPath(n)))+"/index.html")
	}
	for _, name := range names {
		a, err := words(filepath.Join(ours, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		b, err := words(filepath.Join(hugo, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		if at, same := firstDifference(a, b); !same {
			return fmt.Errorf("%s differs at word %d: %q is %q in hugo's: bring generator/bench/layouts up to date with layouts",
				name, at, around(a, at), around(b, at))
		}
	}
	return nil
}

// ownClasses mark what only the generator's data can give: hugo has no such elements to compare.
const ownClasses = " program objective sources "

// words returns the words of a page's main part; marks without a letter or digit are none.
func words(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		return nil, err
	}
	var out []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			out = appendWords(out, n)
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool {
		return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
	if len(out) == 0 {
		return nil, fmt.Errorf("%s has no words in its main part", file)
	}
	return out, nil
}

func appendWords(words []string, n *html.Node) []string {
	if n.Type == html.TextNode {
		return append(words, strings.Fields(n.Data)...)
	}
	for _, a := range n.Attr {
		if a.Key == "class" && strings.Contains(ownClasses, " "+a.Val+" ") {
			return words
		}
	}
	for c := range n.ChildNodes() {
		words = appendWords(words, c)
	}
	return words
}

// firstDifference returns the 0-based place of the first words that differ.
func firstDifference(a, b []string) (at int, same bool) {
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	return at, at == len(a) && at == len(b)
}

// around quotes some words for a message.
func around(words []string, at int) string {
	return strings.Join(words[max(0, min(at-2, len(words))):min(at+4, len(words))], " ")
}
