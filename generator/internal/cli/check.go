package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"worklog/generator/internal/diag"
	"worklog/generator/internal/suggest"
)

// format is the form in which findings are printed; it is a pflag.Value.
type format string

// The formats.
const (
	formatText format = "text"
	formatJSON format = "json"
)

func (f *format) String() string { return string(*f) }

func (f *format) Type() string { return "text|json" }

func (f *format) Set(s string) error {
	switch v := format(s); v {
	case formatText, formatJSON:
		*f = v
		return nil
	}
	if near, ok := suggest.Nearest(s, []string{string(formatText), string(formatJSON)}); ok {
		return fmt.Errorf("there is no format %q: did you mean %s?", s, near)
	}
	return fmt.Errorf("there is no format %q: use text or json", s)
}

func newCheck(env Env) *cobra.Command {
	dir, f := ".", formatText
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check the weekly pages of a site",
		Long: `Check reads the weekly pages of a Hugo site and prints what is wrong with their dates, rows and
references. It exits with 1 where a finding is of severity error.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := open(env, dir)
			if err != nil {
				return err
			}
			if err := printFindings(env.Stdout, p.findings, f, env.color(env.StdoutColumns), env.StdoutColumns); err != nil {
				return err
			}
			if diag.Count(p.findings, diag.Error) > 0 {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&dir, "source", "s", dir, "folder of the site")
	cmd.Flags().Var(&f, "format", "how to print findings")
	return cmd
}

func printFindings(w io.Writer, findings []diag.Diagnostic, f format, color bool, columns int) error {
	if f == formatJSON {
		return diag.WriteJSON(w, findings)
	}
	return diag.WriteText(w, findings, diag.TextOptions{Color: color, Width: columns})
}
