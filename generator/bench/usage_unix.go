//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// usageOf tells what a process that has ended cost. Its peak is never less than what this process
// held when it started the other, as the system counts that in: so this one must stay small.
func usageOf(p *os.ProcessState) usage {
	u := usage{CPU: p.UserTime() + p.SystemTime()}
	if r, ok := p.SysUsage().(*syscall.Rusage); ok {
		u.Peak = bytesOf(r)
	}
	return u
}

// usageNow tells what this process has cost so far.
func usageNow() (usage, error) {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return usage{}, err
	}
	return usage{CPU: time.Duration(r.Utime.Nano() + r.Stime.Nano()), Peak: bytesOf(&r)}, nil
}

func bytesOf(r *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return r.Maxrss // in bytes there, in KiB elsewhere
	}
	return int64(r.Maxrss) << 10
}
