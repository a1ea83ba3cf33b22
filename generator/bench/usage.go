package main

import (
	"slices"
	"time"
)

// usage is what a process cost.
type usage struct {
	CPU  time.Duration // user and system time, of all its threads
	Peak int64         // greatest resident memory, in bytes; 0 where the system does not tell
}

// median takes the middle of each figure by itself; of two in the middle, the greater.
func median(of []usage) usage {
	if len(of) == 0 {
		return usage{}
	}
	var cpu []time.Duration
	var peak []int64
	for _, u := range of {
		cpu = append(cpu, u.CPU)
		peak = append(peak, u.Peak)
	}
	slices.Sort(cpu)
	slices.Sort(peak)
	return usage{cpu[len(cpu)/2], peak[len(peak)/2]}
}
