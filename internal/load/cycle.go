package load

import (
	"go/token"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// importCycles yields the import cycles among all, each once: the packages on it, and how the last one spells the import of the first.
func importCycles[P comparable](all []P, imports func(P) map[string]P) iter.Seq2[string, []P] {
	return func(yield func(string, []P) bool) {
		seen, open := make(map[P]bool), make(map[P]bool)
		var stack []P
		var visit func(p P) bool
		visit = func(p P) bool {
			seen[p], open[p] = true, true
			stack = append(stack, p)
			of := imports(p)
			for _, path := range slices.Sorted(maps.Keys(of)) {
				imp := of[path]
				if open[imp] && !yield(path, stack[slices.Index(stack, imp):]) || !seen[imp] && !visit(imp) {
					return false
				}
			}
			stack = stack[:len(stack)-1]
			open[p] = false
			return true
		}
		for _, p := range all {
			if !seen[p] && !visit(p) {
				return
			}
		}
	}
}

// cycleError is the error for the import that closes a cycle of the packages with paths: the import of the first one.
func cycleError(spelled string, paths []string) *source.MissingError {
	text := strings.Builder{}
	for i, path := range paths {
		if i < 10 { // a cycle may be long
			text.WriteString(path + " imports ")
		} else if i == 10 {
			text.WriteString("… imports ")
		}
	}
	return &source.MissingError{Path: spelled, Reason: "import cycle: " + text.String() + paths[0]}
}

// cutCycles takes the import that closes it from each import cycle, as one of a package that cannot be had: the go command compiles much
// before it finds one. Cycles through test files are none of the program; they come of loading packages with these.
func (l *loader) cutCycles() {
	var all []*pkg
	for _, path := range slices.Sorted(maps.Keys(l.pkgs)) {
		all = append(all, l.pkgs[path])
	}
	for path, cycle := range importCycles(all, func(p *pkg) map[string]*pkg { return p.imports }) {
		l.cut(path, cycle)
	}
}

// cut removes the import of path, the first package of cycle, from the last one, if that is an import cycle of the program.
func (l *loader) cut(path string, cycle []*pkg) {
	var paths []string
	var at token.Position
	for i, p := range cycle {
		pos, ok := l.importIn(p, cycle[(i+1)%len(cycle)])
		if !ok {
			return
		}
		at = pos
		paths = append(paths, p.loc.Path)
	}
	last, first := cycle[len(cycle)-1], cycle[0]
	lost := &pkg{loc: first.loc, name: first.name}
	lost.lose(cycleError(path, paths))
	last.imports[path] = lost
	l.noteMissing(last, lost, at)
}

// importIn returns where a file of p that is not for tests imports imp.
func (l *loader) importIn(p, imp *pkg) (at token.Position, ok bool) {
	if p.analyzed == nil {
		for _, f := range p.files {
			for _, spec := range f.Imports {
				if spec.Path == imp.loc.Path && !f.Test() {
					return importPosition(f.File, spec.Path), true
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
