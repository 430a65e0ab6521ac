package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A writer makes temporary files. While it is open, nobody removes them.
type writer struct {
	places  map[string]*os.Root // by name
	folders map[string]*os.File // with temporary files, by name
	made    []*temporary
}

func newWriter() *writer {
	return &writer{places: make(map[string]*os.Root), folders: make(map[string]*os.File)}
}

// A temporary is a file that replaces another one in its folder when it is complete.
type temporary struct {
	root *os.Root // below which all happens, whatever links there are
	file string   // to replace, in root
	name string   // in root; "" if there is none
}

// place opens the folder called name.
func (w *writer) place(name string) (*os.Root, error) {
	if root := w.places[name]; root != nil {
		return root, nil
	}
	root, err := os.OpenRoot(name)
	if err == nil {
		w.places[name] = root
	}
	return root, err
}

// close removes the temporary files that are still there.
func (w *writer) close() {
	for _, t := range w.made {
		t.root.Remove(t.name) // not there if it was renamed
	}
	for _, folder := range w.folders {
		folder.Close()
	}
	for _, root := range w.places {
		root.Close()
	}
}

// write makes the temporary file t with the content. Owner, group and mode are those of old, as far as this process may
// set them, or those of any new file if that is nil.
func (w *writer) write(t *temporary, content []byte, old fs.FileInfo) error {
	if err := w.enter(t.root, filepath.Dir(t.file)); err != nil {
		return plain(err)
	}
	mode := fs.FileMode(0o666) // before umask
	if old != nil {
		mode = 0o600
	}
	t.name = filepath.Join(filepath.Dir(t.file), fmt.Sprintf(".awserrlint-%016x", rand.Uint64()))
	f, err := t.root.OpenFile(t.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("no file can be made beside it: %w", plain(err))
	}
	w.made = append(w.made, t)
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil || old == nil {
		return plain(err)
	}
	keepOwner(t.root, t.name, old)
	return plain(t.root.Chmod(t.name, old.Mode().Perm()))
}

// rename replaces the file.
func (t *temporary) rename() error { return plain(t.root.Rename(t.name, t.file)) }

// enter tells other processes that this one has temporary files in the folder dir of root. If none has, those that are there are of
// processes that were killed, and it removes them.
func (w *writer) enter(root *os.Root, dir string) error {
	name := filepath.Join(root.Name(), dir)
	if w.folders[name] != nil {
		return nil
	}
	folder, err := root.Open(dir)
	if err != nil {
		return err
	}
	w.folders[name] = folder
	if lockAlone(folder) {
		entries, _ := folder.ReadDir(-1) // what it cannot list it leaves
		for _, e := range entries {
			if e.Type().IsRegular() && temporaryName().MatchString(e.Name()) {
				root.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
	lockShared(folder)
	return nil
}

// temporaryName matches the names of temporary files.
var temporaryName = lazyregexp.New(`^\.awserrlint-[0-9a-f]{16}$`)

// isWritable reports whether a file may be changed: its mode says so, to root as well, and so does the system, which also knows
// who may and what is read-only otherwise.
func isWritable(root *os.Root, file string, info fs.FileInfo) bool {
	if info.Mode().Perm()&0o200 == 0 {
		return false
	}
	f, err := root.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// plain returns the cause of err without the names of files, which may be temporary.
func plain(err error) error {
	if cause, ok := errors.AsType[*fs.PathError](err); ok {
		return cause.Err
	}
	if cause, ok := errors.AsType[*os.LinkError](err); ok {
		return cause.Err
	}
	return err
}
