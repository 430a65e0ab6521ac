package edit

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Write writes all changes, or none if it finds out in time that one cannot be written. It
// renames a complete temporary file onto each file, so no file is ever half written. It does so in the order of Order, and looks
// at each file again right before. A file that has its new content already is left alone.
//
// rootOf returns the folder of the module that a file belongs to. Nothing outside of it is written, see Place.
func Write(ctx context.Context, changes []Change, rootOf func(file string) (string, error)) error {
	w := newWriter()
	defer w.close()
	var all []*replacement
	for _, ch := range Order(changes) {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := w.prepare(ch, rootOf)
		if err != nil {
			return fmt.Errorf("%s: %w; nothing is changed", relpath.File(ch.Name), err)
		}
		all = append(all, r)
	}
	for _, r := range all {
		if _, err := r.pending(); err != nil {
			return fmt.Errorf("%s: %w; nothing is changed", relpath.File(r.Name), err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, r := range all {
		if err := r.finish(); err != nil {
			return fmt.Errorf("%s: %w; %d of %d files are changed", relpath.File(r.Name), err, i, len(all))
		}
	}
	return nil
}

// A replacement is a change whose new content is ready in a temporary file beside the file.
type replacement struct {
	Change
	temporary
}

// prepare writes the new content of a file to a temporary file beside it.
func (w *writer) prepare(ch Change, rootOf func(file string) (string, error)) (*replacement, error) {
	root, err := rootOf(ch.Name)
	if err != nil {
		return nil, err
	}
	root, file, err := Place(root, ch.Name)
	if err != nil {
		return nil, err
	}
	r := &replacement{Change: ch, temporary: temporary{file: file}}
	if r.root, err = w.place(root); err != nil {
		return nil, plain(err)
	}
	if pending, err := r.pending(); !pending || err != nil {
		return r, err
	}
	info, err := r.root.Lstat(file)
	if err != nil {
		return nil, plain(err)
	}
	if !isWritable(r.root, file, info) { // a rename would succeed nevertheless
		return nil, errors.New("cannot fix a read-only file")
	}
	return r, w.write(&r.temporary, ch.Fixed, info)
}

// pending reports whether the file has its old content. An error means that it is neither that nor the new one,
// which another run may have written.
func (r *replacement) pending() (bool, error) {
	info, err := r.root.Lstat(r.file)
	if err == nil && !info.Mode().IsRegular() {
		return false, errChanged
	}
	var now []byte
	if err == nil {
		now, err = r.root.ReadFile(r.file)
	}
	switch {
	case err != nil:
		return false, fmt.Errorf("%w: %w", errChanged, plain(err))
	case bytes.Equal(now, r.Fixed):
		return false, nil
	case !bytes.Equal(now, r.Old):
		return false, errChanged
	}
	return true, nil
}

// finish replaces the file, unless it has changed.
func (r *replacement) finish() error {
	if pending, err := r.pending(); !pending || err != nil {
		return err
	}
	return r.rename()
}

var errChanged = errors.New("changed while it was being fixed")
