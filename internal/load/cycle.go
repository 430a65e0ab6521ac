package load

import (
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// cutCycles takes the import that closes it from each import cycle, as one of a package that cannot be had: the go command compiles much
// before it finds one. Cycles through test files are none of the program; they come of loading packages with these.
func (l *loader) cutCycles() {
	seen, open := make(map[*pkg]bool), make(map[*pkg]bool)
	var stack []*pkg
	var visit func(p *pkg)
	visit = func(p *pkg) {
		seen[p], open[p] = true, true
		stack = append(stack, p)
		for _, path := range slices.Sorted(maps.Keys(p.imports)) {
			if imp := p.imports[path]; open[imp] {
				l.cut(path, stack[slices.Index(stack, imp):])
			} else if !seen[imp] {
				visit(imp)
			}
		}
		stack = stack[:len(stack)-1]
		open[p] = false
	}
	for _, path := range slices.Sorted(maps.Keys(l.pkgs)) {
		if p := l.pkgs[path]; !seen[p] {
			visit(p)
		}
	}
}

// cut removes the import of path, the first package of cycle, from the last one, if that is an import cycle of the program.
func (l *loader) cut(path string, cycle []*pkg) {
	text := strings.Builder{}
	var at token.Position
	for i, p := range cycle {
		next := cycle[(i+1)%len(cycle)]
		pos, ok := l.importIn(p, next)
		if !ok {
			return
		}
		at = pos
		if i < 10 { // a cycle may be long
			text.WriteString(p.loc.Path + " imports ")
		} else if i == 10 {
			text.WriteString("… imports ")
		}
	}
	last, first := cycle[len(cycle)-1], cycle[0]
	lost := &pkg{loc: first.loc, name: first.name}
	lost.lose(&source.MissingError{Path: path, Reason: "import cycle: " + text.String() + first.loc.Path})
	last.imports[path] = lost
	l.noteMissing(last, lost, at)
}

// importIn returns where a file of p that is not for tests imports imp.
func (l *loader) importIn(p, imp *pkg) (at token.Position, ok bool) {
	if p.analyzed == nil {
		for _, f := range p.files {
			for _, spec := range f.Imports {
				if spec.Path == imp.loc.Path && !f.Test() {
					return f.position(spec.Path), true
				}
			}
		}
		return at, false
	}
	for _, f := range p.analyzed.syntax {
		for _, spec := range f.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); path == imp.loc.Path && !knowledge.IsTestFile(l.fset.Position(f.Package).Filename) {
				return l.fset.Position(spec.Path.Pos()), true
			}
		}
	}
	return at, false
}
