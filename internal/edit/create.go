package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Create writes content to the file called name, whole or not at all. A file that is there is
// replaced, and keeps its mode. What is no file, such as a pipe or /dev/null, is written to.
func Create(name string, content []byte) error {
	const mode = 0o666 // before umask
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		temp, err := writeTemp(filepath.Dir(name), content, mode)
		return finish(replacement{temp, name}, err)
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return os.WriteFile(name, content, mode)
	case info.Mode().Perm()&0o200 == 0: // a rename would succeed nevertheless
		return fmt.Errorf("%s: the file is read-only", relpath.File(name))
	}
	file, err := filepath.EvalSymlinks(name) // renaming onto a symbolic link would replace the link
	if err != nil {
		return err
	}
	temp, err := writeTemp(filepath.Dir(file), content, mode)
	if err == nil {
		err = os.Chmod(temp, info.Mode().Perm())
	}
	return finish(replacement{temp, file}, err)
}

// finish renames the temporary file of r, unless err kept it from being written. It leaves none.
func finish(r replacement, err error) error {
	if err == nil {
		err = os.Rename(r.temp, r.file)
	}
	if err != nil {
		os.Remove(r.temp)
	}
	if cause, ok := errors.AsType[*fs.PathError](err); ok { // it names the temporary file
		return fmt.Errorf("%s: %w", relpath.File(r.file), cause.Err)
	}
	return err
}

// writeTemp writes content to a new file in dir and returns its name, even with an error. Unlike
// os.CreateTemp it lets others read the file, as far as umask does.
func writeTemp(dir string, content []byte, mode fs.FileMode) (name string, err error) {
	name = filepath.Join(dir, fmt.Sprintf(".awserrlint-%016x", rand.Uint64()))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return name, err
	}
	_, err = f.Write(content)
	return name, errors.Join(err, f.Sync(), f.Close())
}
