package checkout

import (
	"os"
	"syscall"
)

// maxRSS returns the peak resident memory, in bytes, of the largest of a process that has ended and
// its descendants.
func maxRSS(p *os.ProcessState) int64 {
	return p.SysUsage().(*syscall.Rusage).Maxrss * 1024
}
