package site

import "sync"

// failures gathers the faults of pages, which layouts report as hugo.Data.failures.Add in place of
// failing: once ten pages have failed, Hugo 0.165 may wait for ever (hugolib/site_render.go, where
// the walk over the pages sends to workers that are gone).
type failures struct {
	mu   sync.Mutex
	errs []error
}

// maxFailures is how many faults of one attempt are looked into; the next attempt meets the others.
const maxFailures = 10

// Add takes a fault down. It returns nothing to show: the page is rendered again, or not published.
func (f *failures) Add(err error) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.errs) < maxFailures {
		f.errs = append(f.errs, err)
	}
	return ""
}
