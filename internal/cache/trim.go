package cache

import (
	"cmp"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// What Trim leaves. The ages are those of cmd/go: nearly all entries that are used again are used
// again within five days, see go.dev/issue/22990.
const (
	trimInterval  = 24 * time.Hour
	maxAge        = 5 * 24 * time.Hour // since the last use
	maxTemporary  = time.Hour          // no process takes so long to write an entry
	maxSize       = 256 << 20          // bytes, of all entries
	trimmedMarker = "trimmed"          // a file; it was modified when the cache was last trimmed
)

// A file is a file that this package wrote.
type file struct {
	name      string
	temporary bool // not renamed to an entry yet, or never
	size      int64
	used      time.Time // give or take usedInterval
}

// Trim removes entries that were not used for long, and of the others the oldest if all are too
// large. It does so once a day, and otherwise nothing.
func (c *Cache) Trim() error {
	now := c.now()
	marker := filepath.Join(c.dir, trimmedMarker)
	if info, err := os.Stat(marker); err == nil {
		if age := now.Sub(info.ModTime()); age > -usedInterval && age < trimInterval {
			return nil
		}
	} else if _, err := os.Stat(c.dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	// First, so that of several processes only one goes on.
	if err := os.WriteFile(marker, nil, 0o600); err != nil {
		return err
	}
	if err := os.Chtimes(marker, now, now); err != nil {
		return err
	}
	files, err := c.files()
	slices.SortFunc(files, func(x, y file) int { return cmp.Or(y.used.Compare(x.used), strings.Compare(x.name, y.name)) })
	var total int64
	for _, f := range files {
		age := now.Sub(f.used)
		if total += f.size; total > maxSize || age > maxAge || f.temporary && age > maxTemporary {
			total -= f.size
			err = errors.Join(err, remove(f.name))
		}
	}
	return err
}

// A Usage says how much a cache holds.
type Usage struct {
	Entries int
	Size    int64 // bytes of all its files
}

// Usage returns how much the cache holds.
func (c *Cache) Usage() (u Usage, err error) {
	files, err := c.files()
	for _, f := range files {
		u.Size += f.size
		if !f.temporary {
			u.Entries++
		}
	}
	return u, err
}

// Clean removes the files of the cache, and folders that are empty then. It leaves what this
// package did not write.
func (c *Cache) Clean() error {
	files, err := c.files()
	for _, f := range files {
		err = errors.Join(err, remove(f.name))
	}
	err = errors.Join(err, remove(filepath.Join(c.dir, trimmedMarker)))
	folders, _ := c.folders() // its error is that of files
	for _, dir := range append(folders, c.dir) {
		os.Remove(dir) // fails if something else is there, or just came
	}
	return err
}

// remove removes a file that another process may have removed.
func remove(name string) error {
	if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// folders returns the folders of entries.
func (c *Cache) folders() ([]string, error) {
	entries, err := os.ReadDir(c.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() && isHex(e.Name(), 1) {
			folders = append(folders, filepath.Join(c.dir, e.Name()))
		}
	}
	return folders, err
}

// files returns all files that Put wrote.
func (c *Cache) files() ([]file, error) {
	folders, err := c.folders()
	var files []file
	for _, dir := range folders {
		entries, listErr := os.ReadDir(dir)
		if !errors.Is(listErr, fs.ErrNotExist) {
			err = errors.Join(err, listErr)
		}
		for _, e := range entries {
			name, _, temporary := strings.Cut(e.Name(), temporaryMark)
			if !isHex(name, len(Key{})) {
				continue
			}
			if info, err := e.Info(); err == nil && info.Mode().IsRegular() { // otherwise another process removed it
				files = append(files, file{filepath.Join(dir, e.Name()), temporary, info.Size(), info.ModTime()})
			}
		}
	}
	return files, err
}

// isHex reports whether s stands for n bytes.
func isHex(s string, n int) bool {
	data, err := hex.DecodeString(s)
	return err == nil && len(data) == n
}
