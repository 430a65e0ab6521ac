package load

import (
	"errors"
	"go/ast"
	"go/types"
	"path"
	"sync/atomic"
)

// check type-checks all packages, each after the packages that it imports.
func (l *loader) check() error {
	blockers := make(map[*pkg]*atomic.Int32)
	importers := make(map[*pkg][]*pkg)
	var ready []*pkg
	for _, p := range l.pkgs {
		if p.types != nil {
			continue // unsafe
		}
		if err := l.link(p); err != nil {
			return err
		}
		unique := make(map[*pkg]bool)
		for _, imp := range p.imports {
			if imp.types == nil {
				unique[imp] = true
			}
		}
		for imp := range unique {
			importers[imp] = append(importers[imp], p)
		}
		blockers[p] = new(atomic.Int32)
		blockers[p].Store(int32(len(unique)))
		if len(unique) == 0 {
			ready = append(ready, p)
		}
	}
	var checked atomic.Int32
	var start func(p *pkg)
	start = func(p *pkg) {
		l.start(func() error {
			if err := l.checkPackage(p); err != nil {
				return err
			}
			checked.Add(1)
			for _, importer := range importers[p] {
				if blockers[importer].Add(-1) == 0 {
					start(importer)
				}
			}
			return nil
		})
	}
	for _, p := range ready {
		start(p)
	}
	if err := l.wait(); err != nil {
		return err
	}
	if int(checked.Load()) != len(blockers) {
		return errors.New("import cycle, perhaps through test files")
	}
	return nil
}

// link sets the imports of p, if p is read on demand.
func (l *loader) link(p *pkg) error {
	if p.analyzed != nil {
		return nil
	}
	p.imports = make(map[string]*pkg)
	for _, f := range p.files {
		for _, name := range f.used {
			imp := f.qualifiers[name]
			p.imports[imp.loc.Path] = imp
		}
		if !f.keeps() {
			continue
		}
		for _, spec := range f.Imports {
			if spec.Name == "." {
				imp, err := l.resolve(spec.Path, p.loc.Std)
				if err != nil {
					return err
				}
				p.imports[imp.loc.Path] = imp
			}
		}
	}
	return nil
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// checkPackage type-checks p after its imports.
func (l *loader) checkPackage(p *pkg) error {
	if p.name == "" { // imported as _, so never read
		p.name = path.Base(p.loc.Path)
	}
	p.types = types.NewPackage(p.loc.Path, p.name)
	config := &types.Config{
		Sizes:            l.sizes,
		FakeImportC:      p.cgo,
		IgnoreFuncBodies: p.analyzed == nil,
		Importer: importerFunc(func(path string) (*types.Package, error) {
			if imp := p.imports[path]; imp != nil {
				return imp.types, nil
			}
			return nil, errors.New("import of " + path)
		}),
	}
	var info *types.Info
	var files []*ast.File
	if c := p.analyzed; c != nil {
		config.GoVersion = "go" + c.folder.Module.GoVersion
		info = NewInfo()
		c.info = info
		files = c.syntax
	} else {
		for _, f := range p.files {
			syntax, err := l.pruned(f)
			if err != nil {
				return err
			}
			if syntax != nil {
				files = append(files, syntax)
			}
		}
		p.files, p.decls, p.methods = nil, nil, nil // frees the sources
	}
	if err := types.NewChecker(config, l.fset, p.types, info).Files(files); err != nil {
		return errors.New("type error: " + err.Error())
	}
	if info != nil && l.cgo.Load() {
		for _, t := range info.Types {
			if t.Type == types.Typ[types.Invalid] {
				return errors.New("types of cgo in " + p.loc.Path)
			}
		}
	}
	return nil
}

// NewInfo returns the maps that the type checker fills in for analyzers.
func NewInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}
