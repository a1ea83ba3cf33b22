package site

import (
	"io"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
)

// recorder is the logger that Hugo gets: it keeps warnings and errors and prints nothing.
type recorder struct {
	hugoLogger
	mu    sync.Mutex
	lines []string
}

// hugoLogger has another name than its method Logger, so that it can be embedded.
type hugoLogger = loggers.Logger

func newRecorder() *recorder {
	r := &recorder{}
	r.hugoLogger = loggers.New(loggers.Options{
		Level:         logg.LevelWarn,
		DistinctLevel: logg.LevelWarn,
		StdOut:        io.Discard,
		StdErr:        io.Discard,
		HandlerPost: func(e *logg.Entry) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.lines = append(r.lines, e.Message)
			return nil
		},
	})
	return r
}

// LoggCount is always 0, since Hugo fails a finished build for each error that it logged: those are
// about single pages, which are rendered, and become messages.
func (r *recorder) LoggCount(logg.Level) int { return 0 }

// take returns what was logged since the last call.
func (r *recorder) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	lines := r.lines
	r.lines = nil
	r.Reset() // it also remembers lines to drop repeated ones
	return lines
}
