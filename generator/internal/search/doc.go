// Package search makes the index by which readers find a row of the site in their browser: documents
// in, files out. static/js/search.js reads the files.
//
// The index of one language is the file search-index.json. That of a small site is whole:
//
//	{"pages": [PAGE, ...]}
//	PAGE: [address, title, anchor, text, anchor, text, ...]
//
// An address is relative to the index. Each anchor and text is a row, which is what a reader finds;
// rows are numbered from 0 through all pages. The first of a page stands for the page itself. The
// browser makes the list of words out of the rows.
//
// That of a large one has its parts in files beside it, of which a query needs few:
//
//	{"version": "5f0c…", "words": ["a", "docker", ...], "pages": [0, 54, ...]}
//
// search-index/words-N.json holds the words from the N-th of words on, search-index/pages-N.json the
// pages from the row of the N-th number on. A page that is cut in two stands in both.
//
//	words-N.json: {"docker": [n, n, ...], ...}
//	pages-N.json: [PAGE, ...]
//
// Each n is a row: its distance from the row before it, times 5, plus the word's Rank in it. Words are
// folded and in order of their UTF-16 code units, by which JavaScript compares.
package search
