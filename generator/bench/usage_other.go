//go:build !unix

package main

import (
	"errors"
	"os"
)

// usageOf tells what a process that has ended cost; this system does not tell its peak of memory.
func usageOf(p *os.ProcessState) usage { return usage{CPU: p.UserTime() + p.SystemTime()} }

// usageNow needs a system that tells a process what it has cost.
func usageNow() (usage, error) {
	return usage{}, errors.New("this system does not tell what the process has cost: run the benchmark on Linux or macOS")
}
