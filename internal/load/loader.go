package load

import (
	"context"
	"errors"
	"go/token"
	"go/types"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// A loader finds the declarations that the packages to analyze need, and type-checks them.
//
// A declaration is kept if its name occurs in a kept declaration. A method is kept if
// its type is kept and its name is selected, called or declared by an interface
// anywhere. Names are compared without knowing what they mean, so too much may be
// kept, but never too little.
type loader struct {
	ctx    context.Context
	cancel func() // stops work that has not started
	tree   *source.Tree
	fset   *token.FileSet
	sizes  types.Sizes

	visit     Visit // may be nil
	analyzed  []*analyzed
	sorted    []*packages.Package // results for analyzed, dependencies first
	augmented map[string]bool     // paths of packages that are loaded with their test files

	// whole says that all declarations of packages that are read are kept. Only those that the load
	// before has read, by path, are read again; all others count as missing.
	whole bool
	read  map[string]*pkg

	work  sync.WaitGroup
	slots chan struct{} // limits the goroutines that run

	mu      sync.Mutex // guards what follows
	err     error      // the first one
	pkgs    map[string]*pkg
	names   map[string]bool    // selected, called or declared by an interface
	waiting map[string][]*decl // methods of kept types whose name is not in names
	sums    map[string]Sum     // of the files of analyzed packages, by name

	complaints []complaint
	missing    []missing
}

// newLoader returns a loader of the whole of the packages that the load before has read, if there
// was one.
func newLoader(ctx context.Context, tree *source.Tree, before *loader) *loader {
	ctx, cancel := context.WithCancel(ctx)
	l := &loader{
		ctx:       ctx,
		cancel:    cancel,
		tree:      tree,
		fset:      token.NewFileSet(),
		sizes:     sizesFor(tree),
		augmented: make(map[string]bool),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
		pkgs:      make(map[string]*pkg),
		names:     make(map[string]bool),
		waiting:   make(map[string][]*decl),
		sums:      make(map[string]Sum),
	}
	if before != nil {
		l.whole, l.read = true, before.pkgs
	}
	for _, name := range knowledge.LookedUp {
		l.names[name] = true
	}
	unsafe := &pkg{loc: source.Location{Path: "unsafe", Std: true}, name: "unsafe", types: types.Unsafe}
	unsafe.open.Do(func() {})
	l.pkgs["unsafe"] = unsafe
	return l
}

// start runs f in a goroutine when a slot is free. f must not wait for other work.
func (l *loader) start(f func() error) {
	l.work.Go(func() {
		l.slots <- struct{}{}
		defer func() { <-l.slots }()
		err := l.ctx.Err()
		if err == nil {
			err = crash.Guard(f)
		}
		if err != nil {
			l.mu.Lock()
			defer l.mu.Unlock()
			if l.err == nil {
				l.err = err
				l.cancel()
			}
		}
	})
}

// wait waits for all work that was started, and returns the first error.
func (l *loader) wait() error {
	l.work.Wait()
	return l.err
}

// resolve returns the package that an import of path means, which may be missing; fromStd says
// whether a package of the standard library imports it.
func (l *loader) resolve(path string, fromStd bool) (*pkg, error) {
	if !fromStd { // otherwise path may mean a copy in GOROOT/src/vendor
		l.mu.Lock()
		p := l.pkgs[path]
		l.mu.Unlock()
		if p != nil {
			return p, nil
		}
	}
	loc, err := l.locate(path, fromStd)
	lost, missing := errors.AsType[*source.MissingError](err)
	if missing {
		loc.Path = path
	} else if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.pkgs[loc.Path]
	if p == nil {
		loc.Path = strings.Clone(loc.Path) // it is a part of a source
		p = &pkg{loc: loc}
		if missing {
			p.lose(lost)
			p.open.Do(func() {})
			if l.passesOver(path) {
				p.doubts = 0
			}
		}
		l.pkgs[loc.Path] = p
	}
	return p, nil
}

// locate resolves an import.
func (l *loader) locate(path string, fromStd bool) (source.Location, error) {
	if l.passesOver(path) && !(fromStd && !l.passesOver("vendor/"+path)) {
		return source.Location{}, &source.MissingError{Path: path}
	}
	return l.tree.Resolve(path, fromStd)
}

// passesOver reports whether the package at path counts as missing only because the load before has
// not read it: nothing needs it.
func (l *loader) passesOver(path string) bool { return l.whole && l.read[path] == nil }
