package config

import (
	"bytes"
	"unicode/utf8"

	"worklog/generator/internal/source"
)

// yield is told the path of a key and where the key and its value stand. The path may be changed.
type yield func(path []string, key, value source.Span)

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
