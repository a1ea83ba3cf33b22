package config

import (
	"fmt"
	"path/filepath"

	"worklog/generator/internal/source"
)

// Place is where a setting stands.
type Place struct {
	File       *source.File
	Key, Value source.Span
}

// Fault returns an error about the value that stands there; the hint says what to write instead
// and may be empty.
func (p Place) Fault(message, hint string) error {
	return &Error{File: p.File, Span: p.Value, Message: message, Hint: hint}
}

// KeyFault is as Fault, about the key.
func (p Place) KeyFault(message, hint string) error {
	return &Error{File: p.File, Span: p.Key, Message: message, Hint: hint}
}

// Error is a fault in a configuration file.
type Error struct {
	File    *source.File // nil where the fault is what the files leave out
	Span    source.Span
	Message string // one sentence without a full stop
	Hint    string // what to write instead; may be empty
}

// Error returns "file:line:column: message: hint".
func (e *Error) Error() string {
	text := e.Message
	if e.Hint != "" {
		text += ": " + e.Hint
	}
	if e.File == nil {
		return text
	}
	at := e.File.Position(e.Span.Start)
	return fmt.Sprintf("%s:%d:%d: %s", e.File.Path, at.Line, at.Column, text)
}

// MissingError says that a folder is not the root of a site.
type MissingError struct {
	Root  string   // the folder as Load was told
	Below []string // folders below it that are the root of a site, relative to it, slashes forward
}

// Error names the folders below that could have been meant.
func (e *MissingError) Error() string {
	if len(e.Below) == 0 {
		return fmt.Sprintf("no configuration in %s: a site has hugo.toml, config.toml or config/_default at its root; "+
			"name the site's root with -s DIR", e.Root)
	}
	first := filepath.Join(e.Root, filepath.FromSlash(e.Below[0]))
	others := ""
	if n := len(e.Below) - 1; n > 0 {
		others = fmt.Sprintf(" (as have %d other folders in it)", n)
	}
	return fmt.Sprintf("no configuration in %s, but %s has one%s: use -s %s", e.Root, first, others, first)
}
