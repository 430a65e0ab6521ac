//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package edit

import (
	"os"
	"syscall"
	"time"
)

// lockAlone locks the folder, and reports whether it could: no other process has locked it. The system unlocks it when the
// process ends, however it ends.
func lockAlone(folder *os.File) bool {
	return syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// lockShared locks the folder so that others can do the same. It does not wait long for one who has it alone: that is over soon,
// or not ours.
func lockShared(folder *os.File) {
	for range 100 {
		if syscall.Flock(int(folder.Fd()), syscall.LOCK_SH|syscall.LOCK_NB) != syscall.EWOULDBLOCK {
			return // locked, or in a file system without locks
		}
		time.Sleep(time.Millisecond)
	}
}
