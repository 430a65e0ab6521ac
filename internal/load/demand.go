package load

import "go/ast"

// demand parses the packages to analyze, and marks every declaration that they need.
func (l *loader) demand(pkgs []*Candidate) error {
	for _, p := range pkgs {
		c := &analyzed{Candidate: p, syntax: make([]*ast.File, len(p.files))}
		loc := c.folder.Location
		loc.Path = c.Path // with _test, perhaps
		c.pkg = &pkg{
			loc:      loc,
			analyzed: c,
			name:     c.Name,
			imports:  make(map[string]*pkg),
		}
		if c.incomplete {
			c.pkg.doubts = lacks
		}
		c.pkg.open.Do(func() {})
		l.analyzed = append(l.analyzed, c)
		l.pkgs[c.Path] = c.pkg
		if c.external {
			l.augmented[c.ForTest] = true
		}
	}
	var imports []string
	for _, c := range l.analyzed {
		imports = append(imports, importPaths(c.files)...)
	}
	l.tree.Prefetch(imports)
	for _, c := range l.analyzed {
		for i := range c.files {
			l.start(func() error { return l.parse(c, i) })
		}
	}
	return l.wait()
}

// A batch is what one package needs of others.
type batch struct {
	decls   map[*pkg][]string // names that those packages declare
	names   []string          // selected, called or declared by an interface, see loader.names
	methods []*decl           // of types that are kept
}

func (b *batch) demand(p *pkg, name string) { b.decls[p] = append(b.decls[p], name) }

// deliver sends each package what b needs of it.
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
		if name := m.Names[0]; l.whole || l.names[name] {
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

// send demands declarations of p.
func (l *loader) send(p *pkg, names []string, methods []*decl) {
	if p.analyzed != nil || p.types != nil {
		return // has all its declarations
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

// serve marks what is demanded of p, and demands of other packages what that needs.
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
		m := marker{loader: l, pkg: p, stack: stack, out: batch{decls: make(map[*pkg][]string)}}
		if l.whole {
			m.stack = append(m.stack, p.all()...)
		}
		for _, name := range names {
			if err := m.name(nil, name); err != nil {
				return err
			}
		}
		if err := m.run(); err != nil {
			return err
		}
		l.deliver(&m.out)
	}
}
