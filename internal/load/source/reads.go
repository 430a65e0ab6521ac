package source

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A Read is a file or folder that a Tree has looked at.
type Read struct {
	Name string
	Info fs.FileInfo // as of os.Stat before the content was read; nil if there was nothing
}

// Reads returns what the tree has looked at so far, sorted by name: folders listed, files read,
// names looked up in vain. Files of GOROOT and of the module cache, which never change, are
// left out, but for those that tell the version of Go. So are files of the overlay.
// If a later run finds all of this as it was, it finds the same packages and sources.
func (t *Tree) Reads() []Read {
	t.reads.mu.Lock()
	defer t.reads.mu.Unlock()
	list := make([]Read, 0, len(t.reads.infos))
	for name, info := range t.reads.infos {
		list = append(list, Read{Name: name, Info: info})
	}
	slices.SortFunc(list, func(a, b Read) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Fixed reports whether a file or folder is in GOROOT or in the module cache, so that its
// content never changes.
func (t *Tree) Fixed(name string) bool { return t.reads.isFixed(name) }

// reads looks at files, and remembers what it looked at.
type reads struct {
	fixed []string // folders below which nothing changes, each with a separator at its end

	mu    sync.Mutex
	infos map[string]fs.FileInfo // by name; nil for names that do not exist
}

func newReads() *reads { return &reads{infos: make(map[string]fs.FileInfo)} }

// fix says that nothing changes below dir. It must not be called concurrently.
func (r *reads) fix(dir string) {
	r.fixed = append(r.fixed, filepath.Clean(dir)+string(filepath.Separator))
}

func (r *reads) isFixed(name string) bool {
	for _, dir := range r.fixed {
		if strings.HasPrefix(name, dir) {
			return true
		}
	}
	return false
}

// add remembers that the tree looked at name. If it did so before, the first look counts:
// what changed since is noticed.
func (r *reads) add(name string, info fs.FileInfo) {
	if r.isFixed(name) {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.infos[name]; !ok {
		r.infos[name] = info
	}
}

// stat is os.Stat.
func (r *reads) stat(name string) (fs.FileInfo, error) {
	info, err := os.Stat(name)
	r.add(name, info)
	return info, err
}

// isDir reports whether name is a folder.
func (r *reads) isDir(name string) bool {
	info, err := r.stat(name)
	return err == nil && info.IsDir()
}

// isFile reports whether name exists and is no folder.
func (r *reads) isFile(name string) bool {
	info, err := r.stat(name)
	return err == nil && !info.IsDir()
}

// openDir opens a folder.
func (r *reads) openDir(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		r.add(name, nil)
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	r.add(name, info)
	return f, nil
}

// readFile returns the content of a file, or its first max bytes if max is not 0.
func (r *reads) readFile(name string, max int) ([]byte, error) {
	f, info, err := readfile.Open(name)
	if err != nil {
		r.add(name, nil)
		return nil, err
	}
	defer f.Close()
	r.add(name, info)
	if max == 0 {
		return readfile.Rest(f, info)
	}
	buf := make([]byte, max)
	n, err := io.ReadFull(f, buf)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return buf[:n], err
}

// readDir is os.ReadDir.
func (r *reads) readDir(name string) ([]fs.DirEntry, error) {
	f, err := r.openDir(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// text returns data as a string, without a copy. Nothing may write to data again.
func text(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }
