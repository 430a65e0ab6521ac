package load

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
)

// A Visit is called for a package that has been loaded, after the visits of the packages in its
// Imports. Several packages are visited at a time. After it, Syntax and TypesInfo of the package
// are nil: those of a whole program take more memory than all else.
type Visit func(*packages.Package) error

func (visit Visit) call(pkg *packages.Package) error {
	err := visit(pkg)
	pkg.Syntax, pkg.TypesInfo = nil, nil
	return err
}

// all visits those of pkgs that have not been visited. In pkgs, each package must come after those
// that it imports.
func (visit Visit) all(ctx context.Context, pkgs []*packages.Package) error {
	// A package waits for those that it imports. They come before it, so they have started.
	visited := make(map[*packages.Package]chan struct{})
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, pkg := range pkgs {
		if pkg.Syntax == nil {
			continue
		}
		done := make(chan struct{})
		visited[pkg] = done
		var imports []chan struct{}
		for _, imp := range pkg.Imports {
			if ch, ok := visited[imp]; ok {
				imports = append(imports, ch)
			}
		}
		group.Go(func() error {
			defer close(done)
			for _, ch := range imports {
				<-ch
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			return crash.Guard(func() error { return visit.call(pkg) })
		})
	}
	return group.Wait()
}

// visitNow visits a package that has been type-checked, unless its types may turn out to be wrong.
func (l *loader) visitNow(c *analyzed) error {
	if l.visit == nil || c.pkg.doubts&(flawed|foreign|touched|reduced) != 0 {
		return nil
	}
	for _, imp := range c.out.Imports {
		if imp.Syntax != nil { // not visited
			return nil
		}
	}
	c.syntax, c.info = nil, nil
	if err := l.visit.call(c.out); err != nil {
		return &visitError{err}
	}
	return nil
}

// A visitError is an error of a Visit, so none of the load.
type visitError struct{ error }
