package check

import (
	"worklog/generator/internal/diag"
	"worklog/generator/internal/worklog"
)

// Secrets returns what no output may show of a site, whether or not the rule on credentials is on.
func Secrets(site *worklog.Site) *diag.Secrets { return newSecrets(site, secretsByPage(site)) }

// secretsByPage returns the secrets of each of the site's pages.
func secretsByPage(site *worklog.Site) [][]secret {
	out := make([][]secret, len(site.Pages))
	for i, pg := range site.Pages {
		out[i] = findSecrets(pg.File.Data)
	}
	return out
}

func newSecrets(site *worklog.Site, byPage [][]secret) *diag.Secrets {
	out := &diag.Secrets{}
	for i, secrets := range byPage {
		for _, s := range secrets {
			out.Add(site.Pages[i].File.Bytes(s.all))
		}
	}
	return out
}
