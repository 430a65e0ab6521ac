//go:build unix

package edit

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner and the group of old, as far as this process may.
func keepOwner(root *os.Root, name string, old fs.FileInfo) {
	stat, ok := old.Sys().(*syscall.Stat_t)
	if ok && root.Chown(name, int(stat.Uid), int(stat.Gid)) != nil {
		root.Chown(name, -1, int(stat.Gid))
	}
}
