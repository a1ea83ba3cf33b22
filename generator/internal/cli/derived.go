package cli

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"cloud.google.com/go/civil"

	"worklog/generator/internal/calendar"
	"worklog/generator/internal/card"
	"worklog/generator/internal/generate"
	"worklog/generator/internal/site"
)

// writeDerived writes worklog.json and worklog.ics at the root of each language's site below dir. Where
// the site has a file of its own there, that one stays.
func writeDerived(dir string, result *site.Result, generated *generate.Output) error {
	addresses := map[string]string{}
	for _, u := range result.URLs {
		if f := generated.Source[u.Source]; f != nil {
			addresses[f.Path] = u.Permalink
		}
	}
	for _, home := range result.Homes {
		d := generated.Document(home.Language)
		folder := filepath.FromSlash(home.Folder)
		write := func(name string, content func(io.Writer) error) error {
			name = filepath.Join(folder, name)
			for _, static := range result.StaticDirs {
				if _, err := os.Stat(filepath.Join(static, name)); err == nil {
					return nil
				}
			}
			return writeNew(filepath.Join(dir, name), content)
		}
		err := write("worklog.json", func(w io.Writer) error {
			data, err := d.Encode(home.Title, addresses)
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		})
		if err == nil && generated.Data.Calendars[home.Language] {
			err = write("worklog.ics", func(w io.Writer) error {
				return calendar.Write(w, home.Title, events(d, addresses))
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writeNew writes a file that is not there yet.
func writeNew(name string, content func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return content(f)
}

// events are the tasks that have a date: a calendar has no place for others.
func events(d *generate.Document, addresses map[string]string) iter.Seq[calendar.Event] {
	return func(yield func(calendar.Event) bool) {
		for week, t := range d.Tasks(addresses) {
			start, _ := civil.ParseDate(t.Start) // zero where empty
			end, _ := civil.ParseDate(t.End)
			if start.IsZero() {
				start = end
			}
			if start.IsZero() {
				continue
			}
			e := calendar.Event{URL: t.URL, Start: start, End: end, Text: t.Text, Category: week}
			for _, r := range t.References {
				e.References = append(e.References, strings.TrimSpace(r.Title+" "+r.URL))
			}
			if !yield(e) {
				return
			}
		}
	}
}

// cards draws the picture for social networks; layouts call it as hugo.Data.card, as they have the
// words in the reader's language.
type cards struct{ data *generate.Data }

// Draw returns the PNG for a language's site, on the first colour that can be read of those given, each
// as CSS writes it; a site may well have one that only browsers know.
func (c cards) Draw(language, title, text, totals string, colors ...string) (string, error) {
	picture := card.Card{Title: title, Text: text, Totals: totals}
	for _, s := range colors {
		if accent, ok := card.ParseColor(s); ok {
			picture.Accent = accent
			break
		}
	}
	if p := c.data.Programs[language]; p != nil {
		picture.Days = p.Logged
	}
	png, err := picture.PNG()
	return string(png), err
}
