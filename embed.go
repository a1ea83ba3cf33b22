// Package worklog carries the layouts and static files of this repository, so that the generator
// renders sites that lie elsewhere with them.
package worklog

import "embed"

// Files holds the folders layouts and static. The all: prefix keeps the names that begin with an
// underscore (_partials, _shortcodes, _markup), which Go leaves out otherwise.
//
//go:embed all:layouts all:static
var Files embed.FS
