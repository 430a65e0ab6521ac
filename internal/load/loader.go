package load

import (
	"context"
	"go/token"
	"go/types"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// loader finds the declarations that targets need, and checks them.
//
// A declaration is kept if its name occurs in something kept; a method, if besides
// its type is kept and its own name is selected, called or declared by an
// interface anywhere. So names are taken for more than they may mean, never for
// less, and what is left out cannot be told apart from what nobody asks for.
type loader struct {
	ctx    context.Context
	cancel func() // stops work that has not begun
	tree   *source.Tree
	fset   *token.FileSet
	sizes  types.Sizes

	augmented map[string]bool // paths of packages that include their test files

	cgo atomic.Bool // types of C occur in what is kept, of which nothing is known

	work  sync.WaitGroup
	slots chan struct{} // limits the goroutines that run

	mu      sync.Mutex // guards what follows
	err     error      // the first one
	pkgs    map[string]*pkg
	names   map[string]bool    // selected, called or declared by an interface
	waiting map[string][]*decl // methods of kept types, by name, not in names
}

func newLoader(ctx context.Context, tree *source.Tree, fset *token.FileSet) *loader {
	ctx, cancel := context.WithCancel(ctx)
	l := &loader{
		ctx:       ctx,
		cancel:    cancel,
		tree:      tree,
		fset:      fset,
		sizes:     sizesFor(tree),
		augmented: make(map[string]bool),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
		pkgs:      make(map[string]*pkg),
		names:     make(map[string]bool),
		waiting:   make(map[string][]*decl),
	}
	for _, name := range knowledge.LookedUp {
		l.names[name] = true
	}
	unsafe := &pkg{loc: source.Location{Path: "unsafe", Std: true}, name: "unsafe", types: types.Unsafe}
	unsafe.open.Do(func() {})
	l.pkgs["unsafe"] = unsafe
	return l
}

// start runs f, which does not wait for other work, when there is a free slot.
func (l *loader) start(f func() error) {
	l.work.Go(func() {
		l.slots <- struct{}{}
		defer func() { <-l.slots }()
		err := l.ctx.Err()
		if err == nil {
			err = f()
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

// wait waits for everything started, and returns the first error.
func (l *loader) wait() error {
	l.work.Wait()
	return l.err
}

// resolve returns the package that an import of path names.
func (l *loader) resolve(path string, fromStd bool) (*pkg, error) {
	if !fromStd { // else the path may be that of a copy in the standard library
		l.mu.Lock()
		p := l.pkgs[path]
		l.mu.Unlock()
		if p != nil {
			return p, nil
		}
	}
	loc, err := l.tree.Resolve(path, fromStd)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.pkgs[loc.Path]
	if p == nil {
		p = &pkg{loc: loc}
		l.pkgs[loc.Path] = p
	}
	return p, nil
}
