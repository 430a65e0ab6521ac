package source

import (
	"errors"
	"io/fs"
	"iter"
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

// InProgram reports whether the package is of a module of the program: a main module, or a module that
// a replace line takes from a folder.
func (loc Location) InProgram() bool { return loc.Module != nil && loc.Module.cached.Path == "" }

// Resolve returns the location of the package that importPath means in an import; fromStd says
// whether a package of the standard library imports it. If the package is in a module that is not
// in the module cache, it is downloaded. If it cannot be had, the error is a *MissingError.
func (t *Tree) Resolve(importPath string, fromStd bool) (Location, error) {
	// GOROOT, not knowledge.IsStd, decides: its version of Go may have other packages.
	reserved := knowledge.ReservedForStd(importPath)
	if reserved || fromStd {
		name := importPath
		if !reserved {
			name = "vendor/" + importPath
		}
		dir := filepath.Join(t.Context.GOROOT, "src", filepath.FromSlash(name))
		if t.reads.isDir(dir) {
			return Location{Path: name, Dir: dir, Std: true}, nil
		}
	}
	missing := func(mod, reason string) (Location, error) {
		return Location{}, &MissingError{Path: importPath, Module: mod, Reason: reason}
	}
	if path.Clean(importPath) != importPath || strings.HasPrefix(importPath, ".") || strings.HasPrefix(importPath, "/") {
		return missing("", "it is no path of a package")
	}
	if loc, ok := t.inMain(importPath); ok {
		return loc, nil
	}
	if t.vendor != "" {
		dir := filepath.Join(t.vendor, filepath.FromSlash(importPath))
		if t.reads.isDir(dir) {
			return Location{Path: importPath, Dir: dir}, nil
		}
		return missing("", "it is not vendored; run "+t.refill)
	}
	var nearest *Module
	for mod, dir := range t.candidates(importPath) {
		if reason := t.fetch(mod); t.ctx.Err() != nil {
			return Location{}, t.ctx.Err()
		} else if reason != "" {
			return missing(mod.Path, reason)
		}
		if t.holds(mod, dir) {
			return Location{Path: importPath, Dir: dir, Module: mod}, nil
		}
		if nearest == nil {
			nearest = mod
		}
	}
	switch {
	case nearest != nil:
		return missing(nearest.Path, strings.TrimSpace(nearest.Path+" "+nearest.Version)+" does not contain it")
	case reserved:
		return missing("", "it is not in the standard library of "+t.version)
	}
	return missing("", "no required module provides it")
}

// Local returns the location of the package that importPath means in an import outside the standard
// library, if it is not in the module cache, so that its source can change. Nothing is downloaded.
func (t *Tree) Local(importPath string) (Location, bool) {
	if loc, ok := t.inMain(importPath); ok {
		return loc, true
	}
	if t.vendor != "" {
		dir := filepath.Join(t.vendor, filepath.FromSlash(importPath))
		return Location{Path: importPath, Dir: dir}, t.reads.isDir(dir)
	}
	for mod, dir := range t.candidates(importPath) {
		if mod.cached.Path != "" {
			return Location{}, false
		}
		if t.holds(mod, dir) {
			return Location{Path: importPath, Dir: dir, Module: mod}, true
		}
	}
	return Location{}, false
}

// Locate returns the location of the package in dir, a folder of a main module.
func (t *Tree) Locate(dir string) (Location, error) {
	for _, mod := range t.main {
		if (dir == mod.Dir || strings.HasPrefix(dir, mod.Dir+string(filepath.Separator))) && !t.nested(mod.Dir, dir) {
			rel, err := filepath.Rel(mod.Dir, dir)
			return Location{Path: path.Join(mod.Path, filepath.ToSlash(rel)), Dir: dir, Main: true, Module: mod}, err
		}
	}
	return Location{}, errors.New(dir + " is outside the main module")
}

// inMain returns the location of the package that importPath means, if it is of a main module.
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

// candidates yields the required modules that may provide a package, that with the longest path
// first, each with the folder that would hold the package. The first that has Go files there
// provides the package.
func (t *Tree) candidates(importPath string) iter.Seq2[*Module, string] {
	return func(yield func(*Module, string) bool) {
		for prefix := importPath; prefix != "." && prefix != "/"; prefix = path.Dir(prefix) {
			mod := t.required[prefix]
			if mod == nil {
				continue
			}
			rest := strings.TrimPrefix(strings.TrimPrefix(importPath, prefix), "/")
			if !yield(mod, filepath.Join(mod.Dir, filepath.FromSlash(rest))) {
				return
			}
		}
	}
}

// holds reports whether dir, which is in mod, is a folder of Go files that belongs to mod.
func (t *Tree) holds(mod *Module, dir string) bool {
	if mod.cached.Path == "" && t.nested(mod.Dir, dir) {
		return false
	}
	f, err := t.reads.openDir(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	for {
		entries, err := f.ReadDir(64)
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".go") && (e.Type().IsRegular() || e.Type()&fs.ModeSymlink != 0) {
				return true
			}
		}
		if err != nil {
			return false
		}
	}
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
