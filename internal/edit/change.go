package edit

import (
	"bytes"
	"maps"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
)

// A Change is a file with its content before and after.
type Change struct {
	Name       string
	Old, Fixed []byte
}

// Changes returns the changes of files, which are their new contents by name, without those that change
// nothing. read returns the content before. They are sorted by name.
func Changes(files map[string][]byte, read func(name string) ([]byte, error)) ([]Change, error) {
	var all []Change
	for _, name := range slices.Sorted(maps.Keys(files)) {
		old, err := read(name)
		if err != nil {
			return nil, err
		}
		if fixed := files[name]; !bytes.Equal(old, fixed) {
			all = append(all, Change{Name: name, Old: old, Fixed: fixed})
		}
	}
	return all, nil
}

// Diff returns the change as a patch with these names for the file.
func (c Change) Diff(oldName, newName string) []byte {
	return diff.Diff(oldName, c.Old, newName, c.Fixed)
}
