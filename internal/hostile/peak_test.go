//go:build unix

package hostile

import (
	"os"
	"runtime"
	"syscall"
)

// peak returns the most memory that the process took, in MB.
func peak(p *os.ProcessState) int64 {
	unit := int64(1 << 10)
	if runtime.GOOS == "darwin" {
		unit = 1 << 20
	}
	return p.SysUsage().(*syscall.Rusage).Maxrss / unit
}
