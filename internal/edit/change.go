package edit

import (
	"bytes"
	"maps"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
)

// A Change is a file with its content before and after.
type Change struct {
	Name       string
	Old, Fixed []byte
}

// Changes returns what becomes of the files on disk where they get the contents in files,
// by name. What stays the same is left out.
func Changes(files map[string][]byte) ([]Change, error) {
	var all []Change
	for _, name := range slices.Sorted(maps.Keys(files)) {
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if fixed := files[name]; !bytes.Equal(old, fixed) {
			all = append(all, Change{name, old, fixed})
		}
	}
	return all, nil
}

// Diff returns the change as a patch in which the file has these names.
func (c Change) Diff(oldName, newName string) []byte {
	return diff.Diff(oldName, c.Old, newName, c.Fixed)
}
