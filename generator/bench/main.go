// Command bench measures the generator beside the hugo command on the same made-up sites, and prints
// the figures as a Markdown table. Run it as "go run ./generator/bench" in the repository's root.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
)

// options are the flags of the command.
type options struct {
	weeks   []int  // sizes of the sites
	runs    int    // how often everything is run
	corpus  string // folder whose folders are sites; empty for none
	keep    bool   // leave sites and outputs where they are
	measure string // what a child process is to measure; see child.go
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, progress io.Writer) error {
	o := options{weeks: []int{12, 1000, 10000}, runs: 3}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.Func("weeks", "numbers of weeks of the sites, by commas (default 12,1000,10000)", func(s string) (err error) {
		o.weeks, err = numbers(s)
		return err
	})
	flags.IntVar(&o.runs, "runs", o.runs, "how often each command is run; the table has the medians")
	flags.StringVar(&o.corpus, "corpus", "", "folder of sites on which to measure check")
	flags.BoolVar(&o.keep, "keep", false, "keep the sites and what was made of them")
	flags.StringVar(&o.measure, "measure", "", "for the command's own use")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if o.measure != "" {
		return measureHere(ctx, o.measure, flags.Args(), stdout)
	}
	if flags.NArg() > 0 || o.runs < 1 {
		return fmt.Errorf("give at least one run and no arguments: see -help")
	}
	r, err := measure(ctx, o, progress)
	if err != nil {
		return err
	}
	_, err = io.WriteString(stdout, r.table())
	return err
}

// numbers reads "12,1000".
func numbers(s string) ([]int, error) {
	var out []int
	for part := range strings.SplitSeq(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no number of weeks: write whole numbers from 1 on, such as 12,1000", part)
		}
		out = append(out, n)
	}
	return out, nil
}
