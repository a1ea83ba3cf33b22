// Package cli is the command: one file a subcommand, and the wiring of the packages that do the
// work.
package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"worklog/generator/internal/suggest"
)

// The exit codes of the command.
const (
	exitFine     = 0
	exitFindings = 1 // a finding of severity error
	exitUsage    = 2
	exitFailure  = 3
)

// errFindings ends a command that has printed findings of severity error.
var errFindings = errors.New("findings of severity error")

// usageError is a command line that cannot be understood.
type usageError struct{ error }

// Main runs the command line and returns the exit code. It is the only place where errors are
// printed.
func Main(ctx context.Context, env Env, args []string) int {
	root := newRoot(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "worklog: %v\nRun 'worklog --help' for usage.\n", err)
		return exitUsage
	default:
		fmt.Fprintf(env.Stderr, "worklog: %v\n", err)
		return exitFailure
	}
}

func newRoot(env Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:           "worklog",
		Short:         "Check weekly worklogs and render a site from them",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			message := fmt.Sprintf("unknown command %q", args[0])
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				message += fmt.Sprintf(": did you mean %s?", strings.Join(near, " or "))
			}
			return usageError{errors.New(message)}
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.SetOut(env.Stdout)
	cmd.SetErr(env.Stderr)
	cmd.SetFlagErrorFunc(flagError)
	cmd.CompletionOptions.HiddenDefaultCmd = true
	cmd.AddCommand(newBuild(env), newCheck(env))
	return cmd
}

// flagError adds the flag that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near, ok := suggest.Nearest(unknown.GetSpecifiedName(), names); ok {
			return usageError{fmt.Errorf("%w: did you mean --%s?", err, near)}
		}
	}
	return usageError{err}
}

// noArguments refuses arguments, as a usage error.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments, but got %q: name the site with -s", cmd.Name(), args[0])}
	}
	return nil
}
