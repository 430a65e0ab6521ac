package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// sources are Go files with their contents, by name relative to a folder.
type sources map[string]string

// readSources reads the Go files of the module in dir.
func readSources(dir string) (sources, error) {
	files := make(sources)
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
		files[moduleFile(name, dir)] = string(text)
		return err
	})
	return files, err
}

// since returns the files that differ from old.
func (s sources) since(old sources) []string {
	var changed []string
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if s[name] != old[name] {
			changed = append(changed, name)
		}
	}
	return changed
}
