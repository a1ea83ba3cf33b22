// Package generate turns the worklog into what Hugo renders: pages in memory, data for the layouts,
// and worklog.json.
package generate
