package checkout

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Sources are Go files with their contents, by name relative to a folder.
type Sources map[string]string

// ReadSources reads the Go files of the module in dir.
func ReadSources(dir string) (Sources, error) {
	files := make(Sources)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != dir && isIgnored(d.Name()):
			return fs.SkipDir
		case !d.Type().IsRegular() || filepath.Ext(name) != ".go":
			return nil
		}
		text, err := os.ReadFile(name)
		files[FileName(name, dir)] = string(text)
		return err
	})
	return files, err
}

// Since returns the files that differ from old.
func (s Sources) Since(old Sources) []string {
	var changed []string
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if s[name] != old[name] {
			changed = append(changed, name)
		}
	}
	return changed
}
