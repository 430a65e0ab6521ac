package main

import (
	"os"
	"syscall"
)

// maxRSS returns the peak of resident memory, in bytes, of the largest among a
// process that has ended and its descendants.
func maxRSS(p *os.ProcessState) int64 {
	return p.SysUsage().(*syscall.Rusage).Maxrss * 1024
}
