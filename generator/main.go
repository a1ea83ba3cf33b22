// Command generator builds a worklog site: it reads the weekly task tables of a Hugo site, checks
// them, and renders a better site from them than Hugo alone would. See README.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"worklog/generator/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Main(ctx, cli.System(), os.Args[1:])
	stop()
	os.Exit(code)
}
