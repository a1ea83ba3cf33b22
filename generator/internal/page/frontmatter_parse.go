package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"worklog/generator/internal/source"
)

// parseFrontMatter finds and reads the front matter the way Hugo's page lexer does (package
// parser/pageparser): white space and a byte order mark may precede it, and a line that begins with
// the delimiter ends it.
func parseFrontMatter(data []byte) (FrontMatter, source.Span) {
	all := source.Span{Start: 0, End: len(data)}
	start := 0
	if bytes.HasPrefix(data, []byte("\uFEFF")) {
		start = 3
		all.Start = 3
	}
	for start < len(data) && isSpace(data[start]) {
		start++
	}
	rest := data[start:]
	fm := FrontMatter{Span: source.Span{Start: start, End: start}}
	switch {
	case bytes.HasPrefix(rest, []byte("---")):
		fm.Format = YAML
	case bytes.HasPrefix(rest, []byte("+++")):
		fm.Format = TOML
	case bytes.HasPrefix(rest, []byte("{")) && !bytes.HasPrefix(rest, []byte("{{")):
		return parseJSON(data, start, all)
	default:
		return fm, all
	}
	inner := start + 3
	end := closingLine(data, inner, rest[:3])
	if end < 0 {
		fm.Unclosed = true
		fm.ErrAt = source.Span{Start: start, End: start + 3}
		fm.Err = fmt.Errorf("the closing %s is missing", rest[:3])
		after := fm.unclosedEnd(data, inner)
		fm.Inner = source.Span{Start: inner, End: after}
		fm.Span.End = after
		fm.salvage(data)
		return fm, source.Span{Start: after, End: len(data)}
	}
	fm.Inner = source.Span{Start: inner, End: end}
	after := end + 3
	for after < len(data) && data[after] != '\n' {
		after++
	}
	after = min(after+1, len(data))
	fm.Span.End = after
	fm.read(data)
	return fm, source.Span{Start: after, End: len(data)}
}

// closingLine returns the offset of the first line from an offset on that begins with the
// delimiter, or -1.
func closingLine(data []byte, from int, delimiter []byte) int {
	for {
		i := bytes.IndexByte(data[from:], '\n')
		if i < 0 {
			return -1
		}
		from += i + 1
		if bytes.HasPrefix(data[from:], delimiter) {
			return from
		}
	}
}

func (f *FrontMatter) read(data []byte) {
	f.keys = map[string]keyLine{}
	inner := data[f.Inner.Start:f.Inner.End]
	f.findKeys(inner)
	if f.Format == YAML && f.readPlain(inner) {
		return
	}
	var fields map[string]any
	var line int
	if f.Format == YAML {
		f.Err = yaml.Unmarshal(inner, &fields)
		var syntax yaml.Error
		if errors.As(f.Err, &syntax) {
			if t := syntax.GetToken(); t != nil {
				line = t.Position.Line
			}
			f.Err = errors.New(syntax.GetMessage())
		}
	} else {
		f.Err = toml.Unmarshal(inner, &fields)
		var decode *toml.DecodeError
		if errors.As(f.Err, &decode) {
			line, _ = decode.Position()
			f.Err = errors.New(strings.TrimPrefix(decode.Error(), "toml: "))
		}
	}
	if f.Err != nil {
		f.ErrAt = lineOf(data, f.Inner, line)
		f.salvage(data)
		return
	}
	f.setFields(fields)
}

// salvage takes the one-line keys out of front matter that its parser refused, so that the page
// keeps its title and place.
func (f *FrontMatter) salvage(data []byte) {
	if f.keys == nil {
		f.keys = map[string]keyLine{}
		f.findKeys(data[f.Inner.Start:f.Inner.End])
	}
	f.Fields = make(map[string]any, len(f.keys))
	for key, at := range f.keys {
		value := string(data[at.value.Start:at.value.End])
		if at.value == at.line || strings.ContainsAny(value[:1], "[{|>&*!") {
			continue
		}
		if v, ok := plainValue(value); ok {
			f.Fields[key] = v
		} else {
			f.Fields[key] = strings.TrimSpace(strings.Trim(value, `"'`))
		}
	}
}

// unclosedEnd returns where front matter without a closing delimiter ends: at the first line that
// is neither a key nor blank nor a continuation.
func (f *FrontMatter) unclosedEnd(data []byte, from int) int {
	separator := byte(':')
	if f.Format == TOML {
		separator = '='
	}
	end := from
	for at := from; at < len(data); {
		next := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := bytes.TrimRight(data[at:next], " \t\r\n")
		i := bytes.IndexByte(line, separator)
		if at > from && len(line) > 0 && (i <= 0 || !isKey(bytes.TrimRight(line[:i], " \t"))) {
			break
		}
		if len(line) > 0 || at == from {
			end = next
		}
		at = next
	}
	return end
}

func (f *FrontMatter) setFields(fields map[string]any) {
	f.Fields = make(map[string]any, len(fields))
	for _, k := range slices.Sorted(maps.Keys(fields)) { // "Date" and "date" have one outcome
		f.Fields[strings.ToLower(k)] = fields[k]
	}
}

// findKeys notes where the top-level keys stand; in TOML those before the first table.
func (f *FrontMatter) findKeys(inner []byte) {
	separator := byte(':')
	if f.Format == TOML {
		separator = '='
	}
	for at := 0; at < len(inner); {
		end := len(inner)
		if i := bytes.IndexByte(inner[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := bytes.TrimRight(inner[at:end], " \t\r")
		if f.Format == TOML && len(line) > 0 && line[0] == '[' {
			return
		}
		if i := bytes.IndexByte(line, separator); i > 0 && isKey(bytes.TrimRight(line[:i], " \t")) {
			value := trim(inner, source.Span{Start: at + i + 1, End: at + len(line)})
			key := strings.ToLower(string(bytes.TrimRight(line[:i], " \t")))
			if value.Empty() {
				value = source.Span{Start: at, End: at + len(line)}
			}
			f.keys[key] = keyLine{
				line:  f.Inner.Sub(at, at+len(line)),
				value: f.Inner.Sub(value.Start, value.End),
			}
		}
		at = end + 1
	}
}

func isKey(b []byte) bool {
	for _, c := range b {
		if c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return len(b) > 0
}

// readPlain reads front matter of nothing but one-line keys with plain values, as 97 % of weekly
// pages have it, forty times faster than the YAML library; where it is unsure it leaves the work to
// the library. TestPlainAgreesWithYAML holds the two together.
func (f *FrontMatter) readPlain(inner []byte) bool {
	fields := make(map[string]any, 6)
	text := string(inner)
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimRight(line, " \t\r")
		if line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		key = strings.TrimRight(key, " ")
		if !ok || !isPrintable(line) || !isKey([]byte(key)) || value != "" && value[0] != ' ' {
			return false
		}
		v, ok := plainValue(strings.TrimSpace(value))
		key = strings.ToLower(key)
		if _, twice := fields[key]; !ok || twice || key == "null" || key == "true" || key == "false" || key[0] == '-' || key[0] >= '0' && key[0] <= '9' {
			return false
		}
		fields[key] = v
	}
	f.Fields = fields
	return true
}

// plainValue reads a YAML scalar of which no reading is in doubt.
func plainValue(s string) (any, bool) {
	switch {
	case s == "":
		return nil, false
	case s == "true", s == "false":
		return s == "true", true
	case s[0] == '"':
		if len(s) < 2 || s[len(s)-1] != '"' || strings.ContainsAny(s[1:len(s)-1], "\"\\\t") {
			return nil, false
		}
		return s[1 : len(s)-1], true
	case s[0] >= '1' && s[0] <= '9':
		if n, err := strconv.ParseUint(s, 10, 32); err == nil {
			return n, true
		}
		// A date such as 2025-10-27 is a string to the library, too.
		return s, len(s) == 10 && s[4] == '-' && s[7] == '-' && strings.Trim(s, "0123456789-") == ""
	case s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 'a' && s[0] <= 'z':
		switch strings.ToLower(s) {
		case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
			return nil, false
		}
		return s, !strings.ContainsAny(s, ":#\t&*{}[]|>\"'%@`\\,")
	}
	return nil, false
}

// isPrintable refuses control characters and the line ends of Unicode, which YAML treats apart.
func isPrintable(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

func parseJSON(data []byte, start int, all source.Span) (FrontMatter, source.Span) {
	fm := FrontMatter{Format: JSON, Span: source.Span{Start: start, End: start}}
	d := json.NewDecoder(bytes.NewReader(data[start:]))
	var fields map[string]any
	if err := d.Decode(&fields); err != nil {
		fm.Err = err
		fm.ErrAt = source.Span{Start: start, End: start + 1}
		return fm, all
	}
	end := start + int(d.InputOffset())
	fm.Inner = source.Span{Start: start, End: end}
	fm.Span.End = end
	fm.setFields(fields)
	return fm, source.Span{Start: end, End: len(data)}
}

// lineOf returns the 1-based line of a part of the file, or its first line where there is none.
func lineOf(data []byte, part source.Span, line int) source.Span {
	at := part.Start
	for ; line > 1; line-- {
		i := bytes.IndexByte(data[at:part.End], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	if line < 1 { // no line known: the line after the delimiter
		if i := bytes.IndexByte(data[at:part.End], '\n'); i >= 0 {
			at += i + 1
		}
	}
	end := part.End
	if i := bytes.IndexByte(data[at:part.End], '\n'); i >= 0 {
		end = at + i
	}
	return trim(data, source.Span{Start: at, End: end})
}
