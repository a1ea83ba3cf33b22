package cli

import (
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	worklog "worklog"
)

// Env is all that a command may touch of the world outside; tests hand in their own.
type Env struct {
	Stdout, Stderr io.Writer
	// Columns is the width of the terminal on Stdout and on Stderr; 0 where it is none.
	StdoutColumns, StderrColumns int
	Getenv                       func(string) string
	Now                          func() time.Time
	Dir                          string // the working directory, absolute
	Files                        fs.FS  // the folders layouts and static of this program
	// LimitMemory tells the garbage collector how many bytes the work at hand may take; nil leaves
	// it as it is.
	LimitMemory func(bytes int64)
}

// System is the environment of the running process.
func System() Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return Env{
		Stdout:        os.Stdout,
		Stderr:        os.Stderr,
		StdoutColumns: columns(os.Stdout),
		StderrColumns: columns(os.Stderr),
		Getenv:        os.Getenv,
		Now:           time.Now,
		Dir:           dir,
		Files:         worklog.Files,
		LimitMemory:   limitMemory,
	}
}

// limitMemory has garbage collected seldom until the limit is near, and often there: a small site
// is built without a collection, a large one in two thirds of the memory that Go would take.
func limitMemory(bytes int64) {
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(bytes)
}

// columns is the width of the terminal on a stream, 0 where it is none. Some terminals do not know
// their size.
func columns(f *os.File) int {
	if !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}

// color reports whether a stream of that width wants colours. https://no-color.org
func (e Env) color(columns int) bool {
	return columns > 0 && e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb"
}
