package cli

import (
	"fmt"
	"image/png"
	"os"
	"strings"
	"time"

	"github.com/emersion/go-ical"
	"github.com/mmcdole/gofeed/rss"
	"github.com/rogpeppe/go-internal/testscript"
)

// readFeed writes what a feed reader reads in a feed, a line each: feed FILE TEXT
func readFeed(ts *testscript.TestScript, neg bool, args []string) {
	convert(ts, neg, args, "feed", func(f *os.File, b *strings.Builder) error {
		feed, err := (&rss.Parser{}).Parse(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%s | %s | %s | %s\n", feed.Title, feed.Link, feed.Language, feed.Description)
		for _, i := range feed.Items {
			fmt.Fprintf(b, "%s | %s | %s\n  %s\n", i.Title, i.Link, i.PubDate, i.Description)
			if i.GUID == nil || i.GUID.Value != i.Link {
				return fmt.Errorf("the guid of %s is %v", i.Link, i.GUID)
			}
			if _, err := time.Parse(time.RFC1123Z, i.PubDate); i.PubDate != "" && err != nil {
				return err
			}
		}
		return nil
	})
}

// readCalendar writes what a calendar reads in a file, a line each: calendar FILE TEXT
func readCalendar(ts *testscript.TestScript, neg bool, args []string) {
	convert(ts, neg, args, "calendar", func(f *os.File, b *strings.Builder) error {
		c, err := ical.NewDecoder(f).Decode()
		if err != nil {
			return err
		}
		name, err := c.Props.Text(ical.PropName)
		if err != nil {
			return err
		}
		fmt.Fprintln(b, name)
		for _, e := range c.Events() {
			start, err := e.DateTimeStart(time.UTC)
			if err != nil {
				return err
			}
			end, err := e.DateTimeEnd(time.UTC)
			if err != nil {
				return err
			}
			text := func(property string) string {
				s, err := e.Props.Text(property)
				ts.Check(err)
				return strings.ReplaceAll(s, "\n", " / ")
			}
			fmt.Fprintf(b, "%s until %s | %s | %s | %s\n", start.Format(time.DateOnly), end.Format(time.DateOnly),
				text(ical.PropSummary), text(ical.PropDescription), e.Props.Get(ical.PropURL).Value)
		}
		return nil
	})
}

// imageSize writes how large a PNG is: size FILE TEXT
func imageSize(ts *testscript.TestScript, neg bool, args []string) {
	convert(ts, neg, args, "size", func(f *os.File, b *strings.Builder) error {
		config, err := png.DecodeConfig(f)
		fmt.Fprintf(b, "%d × %d\n", config.Width, config.Height)
		return err
	})
}

// convert writes to a second file what a program reads in the first.
func convert(ts *testscript.TestScript, neg bool, args []string, name string, read func(*os.File, *strings.Builder) error) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: %s FILE TEXT", name)
	}
	f, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	var b strings.Builder
	ts.Check(read(f, &b))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}
