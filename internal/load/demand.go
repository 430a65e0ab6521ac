package load

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// demand parses the targets and finds all that they need.
func (l *loader) demand(targets []*unit) error {
	for _, u := range targets {
		u.pkg = &pkg{
			loc:     source.Location{Path: u.path, Dir: u.folder.Dir, Main: true},
			target:  u,
			name:    u.name,
			imports: make(map[string]*pkg),
		}
		u.pkg.open.Do(func() {})
		u.syntax = make([]*ast.File, len(u.files))
		l.pkgs[u.path] = u.pkg
		if u.external {
			l.augmented[u.forTest] = true
		}
	}
	for _, u := range targets {
		for i := range u.files {
			l.start(func() error { return l.parse(u, i) })
		}
	}
	return l.wait()
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
