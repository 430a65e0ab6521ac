package edit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Place returns the folder root of a module and the name of a file in it as they are without symbolic links. It returns an
// error if the file is not the module's own, so that others may share it: if it is outside of the folder, in the module cache, or
// vendored.
func Place(root, name string) (realRoot, file string, err error) {
	if realRoot, err = filepath.EvalSymlinks(root); err != nil {
		return "", "", plain(err)
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return "", "", plain(err)
	}
	file, err = filepath.Rel(realRoot, real)
	switch {
	case err != nil || !filepath.IsLocal(file):
		return "", "", fmt.Errorf("a symbolic link leads to %s, outside of the module", real)
	case inModuleCache(real):
		return "", "", errors.New("it is in the module cache")
	case slices.Contains(strings.Split(filepath.Dir(file), string(filepath.Separator)), "vendor"):
		return "", "", errors.New("it is vendored")
	}
	return realRoot, file, nil
}

// Foreign returns the first file that edits change and that is not the own of the module that it belongs to, see Place, and why.
// rootOf returns the folder of that module. There is no error if there is none.
func Foreign(edits []Edit, rootOf func(file string) (string, error)) (file string, err error) {
	for _, e := range edits {
		root, err := rootOf(e.Pos.Filename)
		if err == nil {
			_, _, err = Place(root, e.Pos.Filename)
		}
		if err != nil {
			return e.Pos.Filename, err
		}
	}
	return "", nil
}

// inModuleCache reports whether a file is in a folder that the go command made for a version of a module.
func inModuleCache(file string) bool {
	for dir := filepath.Dir(file); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if !strings.Contains(filepath.Base(dir), "@v") {
			continue
		}
		for above := filepath.Dir(dir); above != filepath.Dir(above); above = filepath.Dir(above) {
			if info, err := os.Stat(filepath.Join(above, "cache", "download")); err == nil && info.IsDir() {
				return true
			}
		}
	}
	return false
}
