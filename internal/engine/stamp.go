package engine

import (
	"encoding/binary"
	"hash/fnv"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"time"
)

// A stamp is a hash of what the file system says of a file or folder: size, mode, number, when it
// was modified, and when anything of it changed, which nobody can set back. If the stamp is the
// same, the content of the file, or the list of names in the folder, is the same. It is 0 for what
// is not there.
type stamp uint64

func stampOf(info fs.FileInfo) stamp {
	if info == nil {
		return 0
	}
	number, changed := inode(info)
	h := fnv.New64a()
	var buf [40]byte
	for i, n := range []uint64{
		uint64(info.Size()), uint64(info.Mode()), uint64(info.ModTime().UnixNano()), number, uint64(changed.UnixNano()),
	} {
		binary.LittleEndian.PutUint64(buf[8*i:], n)
	}
	h.Write(buf[:])
	return stamp(h.Sum64())
}

// stampAt returns the stamp of the file or folder called name.
func stampAt(name string) stamp {
	info, err := os.Stat(name)
	if err != nil {
		return 0
	}
	return stampOf(info)
}

// The clock of a file system stands still for up to a tick: what changes twice within one has the
// same times after both. Linux ticks 100 times a second or more often. FAT has ticks of two
// seconds, and other file systems without fractions of seconds have some of one.
const (
	tick       = 10 * time.Millisecond
	coarseTick = 2 * time.Second
)

// settled reports whether a change of the file at t or later would show in its stamp. As git has
// it, a file is not settled if it changed just before t.
func settled(info fs.FileInfo, t time.Time) bool {
	if info == nil {
		return true
	}
	_, changed := inode(info)
	if changed.Nanosecond() == 0 {
		return changed.Add(coarseTick).Before(t)
	}
	return changed.Add(tick).Before(t)
}

// parallel calls f(i) for each i below n, on all processors, chunk calls at a time.
func parallel(n, chunk int, f func(i int)) {
	var group sync.WaitGroup
	var mu sync.Mutex
	next := 0
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) {
		group.Go(func() {
			for {
				mu.Lock()
				from := next
				next += chunk
				mu.Unlock()
				if from >= n {
					return
				}
				for i := from; i < min(from+chunk, n); i++ {
					f(i)
				}
			}
		})
	}
	group.Wait()
}
