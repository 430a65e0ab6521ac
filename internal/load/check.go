package load

import (
	"errors"
	"runtime"
	"sync/atomic"
)

// check type-checks all packages, each after the packages that it imports.
func (l *loader) check() error {
	blockers := make(map[*pkg]*atomic.Int32)
	importers := make(map[*pkg][]*pkg)
	var ready []*pkg
	for _, p := range l.pkgs {
		if err := l.link(p); err != nil {
			return err
		}
	}
	l.cutCycles()
	for _, p := range l.pkgs {
		if p.types != nil {
			continue // unsafe
		}
		l.start(func() error {
			p.prune()
			return nil
		})
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
	l.outline()
	if err := l.wait(); err != nil {
		return err
	}
	l.names, l.waiting = nil, nil // their strings are parts of the sources
	runtime.GC()                  // the sources are most of the heap; without them, little is left to mark
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
