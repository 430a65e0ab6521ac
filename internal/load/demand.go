package load

import (
	"context"
	"go/ast"
	"go/token"
	"go/types"
	"runtime"
	"strconv"
	"sync"

	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// loader finds the declarations that targets need, and checks them.
//
// A declaration is kept if its name occurs in something kept; a method, if besides
// its type is kept and its own name is selected, called or declared by an
// interface anywhere. So names are taken for more than they may mean, never for
// less, and what is left out cannot be told apart from what nobody asks for.
type loader struct {
	ctx   context.Context
	tree  *source.Tree
	fset  *token.FileSet
	sizes types.Sizes

	augmented map[string]bool // paths of packages that include their test files

	work  sync.WaitGroup
	slots chan struct{} // limits the goroutines that run

	mu      sync.Mutex // guards what follows
	err     error      // the first one
	pkgs    map[string]*pkg
	names   map[string]bool    // selected, called or declared by an interface
	waiting map[string][]*decl // methods of kept types, by name, not in names
}

func newLoader(ctx context.Context, tree *source.Tree, fset *token.FileSet) *loader {
	l := &loader{
		ctx:       ctx,
		tree:      tree,
		fset:      fset,
		sizes:     sizesFor(tree),
		augmented: make(map[string]bool),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
		pkgs:      make(map[string]*pkg),
		names:     make(map[string]bool),
		waiting:   make(map[string][]*decl),
	}
	for _, name := range alwaysNamed {
		l.names[name] = true
	}
	unsafe := &pkg{loc: source.Location{Path: "unsafe", Std: true}, name: "unsafe", types: types.Unsafe}
	unsafe.open.Do(func() {})
	l.pkgs["unsafe"] = unsafe
	return l
}

// alwaysNamed are methods that analyzers look for in types, by name.
var alwaysNamed = []string{
	"Error", "Unwrap", "Is", "As", "Timeout", "Temporary",
	"ErrorCode", "ErrorMessage", "ErrorFault", "Service", "Operation",
	"HTTPStatusCode", "HTTPResponse", "ServiceRequestID", "ServiceHostID",
	"Code", "Message", "OrigErr", "OrigErrs", "StatusCode", "RequestID",
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
			}
		}
	})
}

// wait waits for everything started, and returns the first error.
func (l *loader) wait() error {
	l.work.Wait()
	return l.err
}

// demand parses the targets and finds all that they need.
func (l *loader) demand(targets, units []*unit) error {
	for _, u := range units {
		u.pkg = &pkg{loc: source.Location{Path: u.path, Dir: u.folder.Dir, Main: true}, name: u.name}
	}
	for _, u := range targets {
		u.pkg.target = u
		u.pkg.open.Do(func() {})
		l.pkgs[u.path] = u.pkg
		if u.external {
			l.augmented[u.forTest] = true
		}
	}
	for _, u := range targets {
		l.start(func() error { return l.parse(u) })
	}
	return l.wait()
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

// A batch is what the work on one package asks of others.
type batch struct {
	decls   map[*pkg][]string
	names   []string
	methods []*decl
}

func (b *batch) demand(p *pkg, name string) { b.decls[p] = append(b.decls[p], name) }

// deliver hands out what b asks for.
func (l *loader) deliver(b *batch) {
	ready := make(map[*pkg][]*decl)
	l.mu.Lock()
	for _, name := range b.names {
		if !l.names[name] {
			l.names[name] = true
			for _, m := range l.waiting[name] {
				ready[m.file.pkg] = append(ready[m.file.pkg], m)
			}
			delete(l.waiting, name)
		}
	}
	for _, m := range b.methods {
		if name := m.Names[0]; l.names[name] {
			ready[m.file.pkg] = append(ready[m.file.pkg], m)
		} else {
			l.waiting[name] = append(l.waiting[name], m)
		}
	}
	l.mu.Unlock()
	for p, methods := range ready {
		l.send(p, nil, methods)
	}
	for p, names := range b.decls {
		l.send(p, names, nil)
	}
}

// send asks p for declarations.
func (l *loader) send(p *pkg, names []string, methods []*decl) {
	if p.target != nil || p.types != nil {
		return // complete anyway
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.asked == nil {
		p.asked = make(map[string]bool)
	}
	for _, name := range names {
		if !p.asked[name] {
			p.asked[name] = true
			p.todo = append(p.todo, name)
		}
	}
	p.inbox = append(p.inbox, methods...)
	if !p.busy && len(p.todo)+len(p.inbox) > 0 {
		p.busy = true
		l.start(func() error { return l.serve(p) })
	}
}

// serve keeps what p has been asked for, and asks others for what that needs.
func (l *loader) serve(p *pkg) error {
	if err := l.index(p); err != nil {
		return err
	}
	for {
		p.mu.Lock()
		names, stack := p.todo, p.inbox
		p.todo, p.inbox = nil, nil
		p.busy = len(names)+len(stack) > 0
		busy := p.busy
		p.mu.Unlock()
		if !busy {
			return nil
		}
		k := keeper{loader: l, pkg: p, stack: stack, out: batch{decls: make(map[*pkg][]string)}}
		for _, name := range names {
			if err := k.name(nil, name); err != nil {
				return err
			}
		}
		if err := k.run(); err != nil {
			return err
		}
		l.deliver(&k.out)
	}
}

// keeper keeps declarations of a package, and all of the package that they need.
type keeper struct {
	*loader
	pkg   *pkg
	stack []*decl
	out   batch
}

func (k *keeper) run() error {
	for len(k.stack) > 0 {
		d := k.stack[len(k.stack)-1]
		k.stack = k.stack[:len(k.stack)-1]
		if d.kept {
			continue
		}
		d.kept = true
		if d.operation != "" {
			if err := k.readOperation(d.operation); err != nil {
				return err
			}
			continue
		}
		if d.Keyword == token.TYPE {
			k.out.methods = append(k.out.methods, k.pkg.methods[d.Names[0]]...)
		}
		var err error
		topdecl.Refs(d.file.Src[d.Start:d.End], func(ref topdecl.Ref) {
			if err == nil {
				err = k.ref(d.file, ref)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ref notes a name in a declaration of f that is kept.
func (k *keeper) ref(f *file, ref topdecl.Ref) error {
	if ref.Selected || ref.Called {
		k.out.names = append(k.out.names, ref.Name)
	}
	if !ref.Selected {
		return k.name(f, ref.Name)
	}
	if ref.Qualifier == "" || k.pkg.decls[ref.Qualifier] != nil {
		return nil
	}
	_, known := f.qualifiers[ref.Qualifier]
	p, err := k.qualifier(f, ref.Qualifier)
	if err != nil || p == nil {
		return err
	}
	if !known {
		f.used = append(f.used, ref.Qualifier)
	}
	k.out.demand(p, ref.Name)
	return nil
}

// name keeps the declaration of a name of the package; in a file, the name may
// come from an import with a dot as well.
func (k *keeper) name(f *file, name string) error {
	if d := k.pkg.decls[name]; d != nil {
		if !d.kept {
			k.stack = append(k.stack, d)
		}
		return nil
	}
	if name == "_" {
		return nil
	}
	if read, err := k.readFor(name, f == nil); err != nil {
		return err
	} else if read {
		return k.name(f, name)
	}
	if f == nil {
		return nil
	}
	for _, imp := range f.Imports {
		if imp.Name == "." {
			p, err := k.resolve(imp.Path, k.pkg.loc.Std)
			if err != nil {
				return err
			}
			k.out.demand(p, name)
		}
	}
	return nil
}

// astRefs notes what the file of a target names.
func (l *loader) astRefs(u *unit, f *ast.File, out *batch) error {
	imports := make(map[string]*pkg)
	var dots []*pkg
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return source.Unsupported("import of " + spec.Path.Value)
		}
		if path == "C" {
			return source.Unsupported("cgo in " + u.path)
		}
		p, err := l.resolve(path, false)
		if err != nil {
			return err
		}
		u.pkg.imports[path] = p
		switch {
		case spec.Name == nil:
			if err := l.index(p); err != nil {
				return err
			}
			imports[p.name] = p
		case spec.Name.Name == ".":
			dots = append(dots, p)
		case spec.Name.Name != "_":
			imports[spec.Name.Name] = p
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			out.names = append(out.names, n.Sel.Name)
			if x, ok := n.X.(*ast.Ident); ok && imports[x.Name] != nil {
				out.demand(imports[x.Name], n.Sel.Name)
			}
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				for _, name := range method.Names {
					out.names = append(out.names, name.Name)
				}
			}
		case *ast.Ident:
			for _, p := range dots {
				out.demand(p, n.Name)
			}
		}
		return true
	})
	return nil
}
