package site

import "os"

// limitCache bounds what Hugo keeps of pages that it has rendered, which it reads from its
// environment alone; by default that is a quarter of the machine's memory, every page of a large
// site. The unit is GB. It returns the function that undoes it.
func limitCache() (restore func()) {
	const name = "HUGO_MEMORYLIMIT"
	if _, set := os.LookupEnv(name); set {
		return func() {}
	}
	os.Setenv(name, "0.1")
	return func() { os.Unsetenv(name) }
}
