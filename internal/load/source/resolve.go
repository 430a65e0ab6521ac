package source

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Location is where a package is.
type Location struct {
	Path string // as the type checker and the go command name the package
	Dir  string
	Std  bool
	Main bool // in the main module
}

// Resolve returns the location of the package that importPath means in an import; fromStd says
// whether a package of the standard library imports it.
func (t *Tree) Resolve(importPath string, fromStd bool) (Location, error) {
	// GOROOT, not knowledge.IsStd, decides: its version of Go may have other packages.
	if reserved := knowledge.ReservedForStd(importPath); reserved || fromStd {
		name := importPath
		if !reserved {
			name = "vendor/" + importPath
		}
		dir := filepath.Join(t.Context.GOROOT, "src", filepath.FromSlash(name))
		if isDir(dir) {
			return Location{Path: name, Dir: dir, Std: true}, nil
		}
	}
	if path.Clean(importPath) != importPath || strings.HasPrefix(importPath, ".") || strings.HasPrefix(importPath, "/") {
		return Location{}, errors.New("import of " + importPath)
	}
	loc := Location{Path: importPath}
	if t.vendor != "" {
		if rest, ok := within(importPath, t.Main.Path); ok {
			loc.Dir, loc.Main = filepath.Join(t.Main.Dir, filepath.FromSlash(rest)), true
		}
		if !loc.Main || !isDir(loc.Dir) {
			loc.Dir, loc.Main = filepath.Join(t.vendor, filepath.FromSlash(importPath)), false
		}
		if isDir(loc.Dir) {
			return loc, nil
		}
		return Location{}, errors.New("import of " + importPath + ", which is not there")
	}
	// The module with the longest path that holds the package provides it.
	for prefix := importPath; prefix != "."; prefix = path.Dir(prefix) {
		root, ok := t.modules[prefix]
		loc.Main = prefix == t.Main.Path
		if loc.Main {
			root = t.Main.Dir
		} else if !ok {
			continue
		}
		loc.Dir = filepath.Join(root, strings.TrimPrefix(importPath, prefix))
		if isDir(loc.Dir) && !nested(root, loc.Dir) {
			return loc, nil
		}
	}
	return Location{}, errors.New("import of " + importPath + ", which is not there")
}

// within returns what follows root in importPath, if root contains it.
func within(importPath, root string) (rest string, ok bool) {
	if importPath == root {
		return "", true
	}
	return strings.CutPrefix(importPath, root+"/")
}

// nested reports whether another module begins between root and dir.
func nested(root, dir string) bool {
	for ; len(dir) > len(root); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return true
		}
	}
	return false
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
