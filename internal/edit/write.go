package edit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Write writes all changes, or none if it finds out in time that one cannot be written. It
// renames a complete temporary file onto each file, so no file is ever half written.
func Write(ctx context.Context, changes []Change) error {
	var ready []replacement
	defer func() {
		for _, r := range ready {
			os.Remove(r.temp) // not there if it was not written, or was renamed
		}
	}()
	for _, ch := range changes {
		r, err := prepare(ch)
		ready = append(ready, r)
		if err != nil {
			return fmt.Errorf("%w; nothing is changed", err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, r := range ready {
		if err := os.Rename(r.temp, r.file); err != nil {
			return fmt.Errorf("%w; %d of %d files are changed", err, i, len(ready))
		}
	}
	return nil
}

// A replacement is a temporary file with the new content, in the folder of the file to replace.
type replacement struct {
	temp, file string
}

// prepare writes the new content of a file to a temporary file beside it. Even with an error there
// may be a temporary file to remove.
func prepare(ch Change) (r replacement, err error) {
	// Renaming onto a symbolic link would replace the link.
	if r.file, err = filepath.EvalSymlinks(ch.Name); err != nil {
		return r, err
	}
	info, err := os.Stat(r.file)
	if err != nil {
		return r, err
	}
	if info.Mode().Perm()&0o200 == 0 { // a rename would succeed nevertheless
		return r, fmt.Errorf("%s: cannot fix a read-only file", relpath.File(ch.Name))
	}
	if now, err := os.ReadFile(r.file); err != nil || !bytes.Equal(now, ch.Old) {
		return r, errors.Join(err, fmt.Errorf("%s: changed while it was being fixed", relpath.File(ch.Name)))
	}

	if r.temp, err = writeTemp(filepath.Dir(r.file), ch.Fixed, 0o600); err != nil {
		return r, err
	}
	return r, os.Chmod(r.temp, info.Mode().Perm())
}
