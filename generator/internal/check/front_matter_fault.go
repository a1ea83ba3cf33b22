package check

import (
	"strings"

	"worklog/generator/internal/page"
	"worklog/generator/internal/source"
)

// fault is what is wrong with a line of the front matter, and how to write it.
type fault struct {
	at         source.Span
	what, hint string
}

// faultOf words why a page's front matter is refused. What the parsers say is made for programmers,
// so the slips that people make are told in words of their own.
func faultOf(pg *page.Page) fault {
	fm := &pg.FrontMatter
	f := fault{at: fm.ErrAt, what: shorten(fm.Err.Error(), 120)}
	switch {
	case fm.Format == page.JSON:
		f.hint = "put names and texts in double quotes, a comma after each line and none after the last"
	case strings.Contains(f.what, "already defined"):
		f.hint = "delete one of the two lines"
	case fm.Format == page.YAML && f.isIndent(pg):
	case f.isQuote(pg):
	default:
		f.hint = valueHint(fm.Format, pg.File.Text(f.at))
	}
	return f
}

// isIndent tells a line that stands further in than it may: by a tab, which YAML never takes, or
// below a line that has its value already.
func (f *fault) isIndent(pg *page.Page) bool {
	number := pg.File.Position(f.at.Start).Line
	line := pg.File.LineSpan(number)
	text := pg.File.Text(line)
	blank := len(text) - len(strings.TrimLeft(text, " \t"))
	if tab := strings.IndexByte(text[:blank], '\t'); tab >= 0 {
		f.at = line.Sub(tab, blank)
		f.what = "a tab indents the line, and YAML takes only spaces"
		f.hint = "delete the tab"
		if above := pg.File.Text(pg.File.LineSpan(number - 1)); strings.HasSuffix(strings.TrimSpace(above), ":") {
			f.hint = "write two spaces instead of the tab"
		}
		return true
	}
	below := pg.File.LineSpan(number + 1)
	next := pg.File.Text(below)
	indent := len(next) - len(strings.TrimLeft(next, " "))
	_, value, ok := cutKey(text, ":")
	if !ok || indent <= blank || strings.Contains(value, ": ") || !strings.Contains(f.what, "mapping value") {
		return false
	}
	f.at = below.Sub(0, indent)
	f.what = "the line stands further in than the one above, which has a value already"
	f.hint = "begin both lines in the same column"
	return true
}

// isQuote tells a value whose quote is not closed on its line; a closing one that comes lines later
// makes the parser stumble there.
func (f *fault) isQuote(pg *page.Page) bool {
	last := pg.File.Position(f.at.Start).Line
	for number := pg.File.Position(pg.FrontMatter.Span.Start).Line + 1; number <= last; number++ {
		line := pg.File.LineSpan(number)
		text := strings.TrimRight(pg.File.Text(line), " \t")
		_, value, ok := cutKey(text, separator(pg.FrontMatter.Format))
		if !ok || value == "" || value[0] != '"' && value[0] != '\'' {
			continue
		}
		quote := value[:1]
		if strings.HasPrefix(value, strings.Repeat(quote, 3)) || strings.Contains(value[1:], quote) {
			continue
		}
		f.at = line.Sub(strings.Index(text, value), len(text))
		f.what = "the quote that begins the value is not closed"
		f.hint = "write " + strings.TrimSpace(text) + quote
		return true
	}
	return false
}

// valueHint says how to write a line whose value is not quoted as it should be.
func valueHint(format page.Format, line string) string {
	separator := separator(format)
	key, value, ok := cutKey(line, separator)
	if !ok && format == page.TOML {
		key, value, ok = cutKey(line, ":")
	}
	switch {
	case !ok:
		return "write each line as key" + spaced(separator) + "value"
	case value == "":
		return "mend the line"
	case strings.HasSuffix(key, "date") && value[0] >= '0' && value[0] <= '9':
		return "write the date as 2025-10-27"
	case value[0] == '[' && !strings.HasSuffix(value, "]"):
		return "write " + key + spaced(separator) + value + "]"
	}
	if quote := value[:1]; (quote == `"` || quote == "'") && len(value) > 1 && strings.HasSuffix(value, quote) {
		value = value[1 : len(value)-1]
	}
	return "write " + key + spaced(separator) + quoted(value)
}

// quoted puts a value into the quotes that do not stand in it; YAML and TOML agree on them.
func quoted(value string) string {
	switch {
	case !strings.ContainsAny(value, `"\`):
		return `"` + value + `"`
	case !strings.Contains(value, "'"):
		return "'" + value + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// separator stands between key and value.
func separator(f page.Format) string {
	if f == page.TOML {
		return "="
	}
	return ":"
}

func spaced(separator string) string {
	if separator == "=" {
		return " = "
	}
	return separator + " "
}

// cutKey splits a line of front matter into its key and its value; ok is false where it has no key.
func cutKey(line, separator string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(line, separator)
	key = strings.TrimSpace(key)
	return key, strings.TrimSpace(value), ok && key != "" && !strings.ContainsAny(key, " \t\"'#[{")
}
