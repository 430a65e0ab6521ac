package source

import (
	"errors"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
)

// A workspace is a go.work and the main modules that it uses.
type workspace struct {
	name  string // of the file
	file  *modfile.WorkFile
	mains []*mainFile
}

// findWorkspace returns the workspace that the module in root is part of, nil if there is none.
//
// A module below a go.work that does not use it has no workspace: the go command refuses to build
// it there, but its go.mod says all that is needed. gopls does the same.
func (t *Tree) findWorkspace(env *environ, root string) (*workspace, error) {
	name := env.get("GOWORK")
	switch name {
	case "off":
		return nil, nil
	case "", "auto":
		dir := t.reads.parentWith(t.Dir, "go.work")
		if dir == "" {
			return nil, nil
		}
		name = filepath.Join(dir, "go.work")
	}
	data, err := t.ReadFile(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	w := &workspace{name: name}
	w.file, err = modfile.ParseWork(name, data, nil)
	if err != nil {
		return nil, errors.New(name + " cannot be read")
	}
	for _, use := range w.file.Use {
		m, err := t.readMain(w.abs(use.Path), "")
		if err != nil {
			return nil, err
		}
		w.mains = append(w.mains, m)
	}
	if root != "" && !slices.ContainsFunc(w.mains, func(m *mainFile) bool { return m.Dir == root }) {
		return nil, nil
	}
	return w, nil
}

// abs returns the absolute name of a folder in go.work.
func (w *workspace) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(filepath.Dir(w.name), filepath.FromSlash(path))
}

// copied returns a go.work of the same meaning that can stand in another folder.
func (w *workspace) copied() []byte {
	file := &modfile.WorkFile{Syntax: new(modfile.FileSyntax)}
	if w.file.Go != nil {
		file.AddGoStmt(w.file.Go.Version)
	}
	for _, use := range w.file.Use {
		file.AddUse(w.abs(use.Path), use.ModulePath)
	}
	for _, r := range w.file.Replace {
		with := r.New
		if with.Version == "" {
			with.Path = w.abs(with.Path)
		}
		file.AddReplace(r.Old.Path, r.Old.Version, with.Path, with.Version)
	}
	return modfile.Format(file.Syntax)
}
