package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Create writes content to the file called name, whole or not at all. A file that is there is
// replaced, and keeps its mode. So is the file that a symbolic link means. What is no file, such as a pipe or /dev/null, is written to.
func Create(name string, content []byte) error {
	if err := create(name, content); err != nil {
		return fmt.Errorf("%s: %w", relpath.File(name), plain(err))
	}
	return nil
}

func create(name string, content []byte) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		info = nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return os.WriteFile(name, content, 0o666)
	default:
		if name, err = filepath.EvalSymlinks(name); err != nil { // renaming onto a symbolic link would replace the link
			return err
		}
	}
	w := newWriter()
	defer w.close()
	t := &temporary{file: filepath.Base(name)}
	if t.root, err = w.place(filepath.Dir(name)); err != nil {
		return err
	}
	if info != nil && !isWritable(t.root, t.file, info) { // a rename would succeed nevertheless
		return errors.New("the file is read-only")
	}
	if err := w.write(t, content, info); err != nil {
		return err
	}
	return t.rename()
}
