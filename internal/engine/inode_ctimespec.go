//go:build darwin || freebsd || netbsd

package engine

import (
	"io/fs"
	"syscall"
	"time"
)

// inode returns the number of a file in its file system, and when its content or anything else of
// it last changed.
func inode(info fs.FileInfo) (number uint64, changed time.Time) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, info.ModTime()
	}
	return uint64(stat.Ino), time.Unix(stat.Ctimespec.Unix())
}
