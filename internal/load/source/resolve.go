package source

import (
	"errors"
	"path"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Location is where a package is.
type Location struct {
	Path   string // as the type checker and the go command name the package
	Dir    string
	Std    bool
	Main   bool    // in a main module
	Module *Module // the module it is in; nil for the standard library and for vendored packages
}

// Resolve returns the location of the package that importPath means in an import; fromStd says
// whether a package of the standard library imports it. If the package cannot be had, the
// error is a *MissingError.
func (t *Tree) Resolve(importPath string, fromStd bool) (Location, error) {
	// GOROOT, not knowledge.IsStd, decides: its version of Go may have other packages.
	if reserved := knowledge.ReservedForStd(importPath); reserved || fromStd {
		name := importPath
		if !reserved {
			name = "vendor/" + importPath
		}
		dir := filepath.Join(t.Context.GOROOT, "src", filepath.FromSlash(name))
		if t.reads.isDir(dir) {
			return Location{Path: name, Dir: dir, Std: true}, nil
		}
	}
	if path.Clean(importPath) != importPath || strings.HasPrefix(importPath, ".") || strings.HasPrefix(importPath, "/") {
		return Location{}, &MissingError{Path: importPath, Reason: "it is no path of a package"}
	}
	if loc, ok := t.inMain(importPath); ok {
		return loc, nil
	}
	if t.vendor != "" {
		dir := filepath.Join(t.vendor, filepath.FromSlash(importPath))
		if t.reads.isDir(dir) {
			return Location{Path: importPath, Dir: dir}, nil
		}
		return Location{}, &MissingError{Path: importPath, Reason: "it is not vendored"}
	}
	// The module with the longest path that holds the package provides it.
	for prefix := importPath; prefix != "."; prefix = path.Dir(prefix) {
		mod := t.modules[prefix]
		if mod == nil {
			continue
		}
		dir := filepath.Join(mod.Dir, strings.TrimPrefix(importPath, prefix))
		if t.reads.isDir(dir) && !t.nested(mod.Dir, dir) {
			return Location{Path: importPath, Dir: dir, Module: mod}, nil
		}
	}
	return Location{}, &MissingError{Path: importPath, Reason: "no required module provides it"}
}

// Locate returns the location of the package in dir, a folder of a main module.
func (t *Tree) Locate(dir string) (Location, error) {
	mod := t.mainOf(dir)
	if mod == nil {
		return Location{}, errors.New(dir + " is outside the main module")
	}
	rel, err := filepath.Rel(mod.Dir, dir)
	return Location{Path: path.Join(mod.Path, filepath.ToSlash(rel)), Dir: dir, Main: true, Module: mod}, err
}

// inMain returns the location of a package of a main module.
func (t *Tree) inMain(importPath string) (Location, bool) {
	for _, mod := range t.main {
		rest, ok := within(importPath, mod.Path)
		if !ok {
			continue
		}
		dir := filepath.Join(mod.Dir, filepath.FromSlash(rest))
		if t.reads.isDir(dir) && !t.nested(mod.Dir, dir) {
			return Location{Path: importPath, Dir: dir, Main: true, Module: mod}, true
		}
	}
	return Location{}, false
}

// within returns what follows root in importPath, if root contains it.
func within(importPath, root string) (rest string, ok bool) {
	if importPath == root {
		return "", true
	}
	return strings.CutPrefix(importPath, root+"/")
}

// nested reports whether another module begins between root and dir.
func (t *Tree) nested(root, dir string) bool {
	for ; len(dir) > len(root); dir = filepath.Dir(dir) {
		if t.reads.isFile(filepath.Join(dir, "go.mod")) {
			return true
		}
	}
	return false
}
