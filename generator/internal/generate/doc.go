// Package generate turns the worklog into what Hugo renders: pages in memory and data for the layouts.
package generate
