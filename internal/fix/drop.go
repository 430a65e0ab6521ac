package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// Removes notes that n goes away, but for the parts of it that are kept, so that
// DropImports can tell which imports are no longer needed.
func (e *Editor) Removes(n ast.Node, kept ...ast.Node) {
	e.removed = append(e.removed, n)
	e.kept = append(e.kept, kept...)
}

// dropImports makes the fixes of editors, which are for one file and in the order of
// their places, remove the imports that nothing uses once they are applied together.
// Each of these carries the same edit, so that they can be merged. Fixes that conflict
// with earlier ones have to wait, and so keep what they use.
func dropImports(editors []*Editor) {
	editors = together(editors)
	if len(editors) == 0 {
		return
	}
	e := editors[0]
	kept, gone := make(map[*types.PkgName]bool), make(map[*types.PkgName]bool)
	dotted := e.dotted()
	for id, obj := range e.pass.TypesInfo.Uses {
		if id.Pos() < e.file.FileStart || e.file.FileEnd <= id.Pos() {
			continue
		}
		if dotted(id, obj) {
			for _, e := range editors {
				e.failed = e.failed || e.removes(id.Pos())
			}
		}
		pkg, ok := obj.(*types.PkgName)
		if !ok {
			continue
		}
		if slices.ContainsFunc(editors, func(e *Editor) bool { return e.removes(id.Pos()) }) {
			gone[pkg] = true
		} else {
			kept[pkg] = true
		}
	}
	for _, spec := range e.file.Imports {
		pkg := e.pass.TypesInfo.PkgNameOf(spec)
		needed := slices.ContainsFunc(editors, func(e *Editor) bool { return slices.Contains(e.needed, spec) })
		if gone[pkg] && !kept[pkg] && !needed {
			for _, e := range editors {
				e.drop(spec)
			}
		}
	}
	// Rather an import too many than a fix less.
	if len(together(editors)) < len(editors) {
		for _, e := range editors {
			e.dropped = nil
		}
	}
}

// dotted returns a function that reports whether an identifier that means obj has its meaning from an import with a dot. A fix that
// removes one is none: whether the import has uses left when fixes of other rules are applied as well, the text does not tell.
func (e *Editor) dotted() func(id *ast.Ident, obj types.Object) bool {
	dots := make(map[*types.Scope]bool)
	for _, spec := range e.file.Imports {
		if pkg := e.pass.TypesInfo.PkgNameOf(spec); pkg != nil && pkg.Name() == "." {
			dots[pkg.Imported().Scope()] = true
		}
	}
	selected := make(map[*ast.Ident]bool) // behind the name of the package, by which it is imported as well
	if len(dots) > 0 {
		ast.Inspect(e.file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				selected[s.Sel] = true
			}
			return true
		})
	}
	return func(id *ast.Ident, obj types.Object) bool { return dots[obj.Parent()] && !selected[id] }
}

// together returns those of editors whose fixes can be applied together.
func together(editors []*Editor) []*Editor {
	merge := make(edit.Merge)
	return slices.DeleteFunc(slices.Clone(editors), func(e *Editor) bool {
		c := *e // which Fix changes
		c.edits = slices.Clone(e.edits)
		f := c.Fix("")
		if f == nil {
			return true
		}
		here := slices.DeleteFunc(f.TextEdits, func(ed analysis.TextEdit) bool {
			return ed.Pos < e.file.FileStart || e.file.FileEnd < ed.Pos // of the home of helpers
		})
		return !merge.Add(e.offsets(here))
	})
}

func (e *Editor) drop(spec *ast.ImportSpec) {
	if e.dropped == nil {
		e.dropped = make(map[*ast.ImportSpec]bool)
	}
	e.dropped[spec] = true
}

func (e *Editor) removes(pos token.Pos) bool {
	holds := func(n ast.Node) bool { return n.Pos() <= pos && pos < n.End() }
	return slices.ContainsFunc(e.removed, holds) && !slices.ContainsFunc(e.kept, holds)
}

// remaining returns those of specs that stay.
func (e *Editor) remaining(specs []ast.Spec) []ast.Spec {
	return slices.DeleteFunc(slices.Clone(specs), func(s ast.Spec) bool { return e.dropped[s.(*ast.ImportSpec)] })
}

// dropEdits returns the edits that remove imports. None of them touches a place where
// importEdits inserts.
func (e *Editor) dropEdits() []analysis.TextEdit {
	var edits []analysis.TextEdit
	remove := func(start, end token.Pos) {
		edits = append(edits, analysis.TextEdit{Pos: start, End: end})
	}
	for _, d := range e.file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			continue
		}
		switch left := len(e.remaining(decl.Specs)); {
		case left == len(decl.Specs):
		case left == 0:
			remove(decl.Pos(), e.skipSpace(e.lineEnd(decl.End())))
		default:
			e.dropSpecs(decl, remove)
		}
	}
	return edits
}

// dropSpecs removes some of the specs of decl.
func (e *Editor) dropSpecs(decl *ast.GenDecl, remove func(start, end token.Pos)) {
	groups := e.groups(decl)
	for i, group := range groups {
		left := e.remaining(group)
		if len(left) == 0 {
			if i+1 < len(groups) {
				remove(e.specStart(group[0]), e.specStart(groups[i+1][0]))
			} else {
				last := groups[i-1]
				remove(e.lineEnd(last[len(last)-1].End()), e.lineEnd(group[len(group)-1].End()))
			}
			continue
		}
		stays := false // one before stays
		for j, s := range group {
			switch {
			case !e.dropped[s.(*ast.ImportSpec)]:
				stays = true
			case stays:
				remove(e.lineEnd(group[j-1].End()), e.lineEnd(s.End()))
			default:
				remove(e.specStart(s), e.specStart(group[j+1]))
			}
		}
	}
}

// skipSpace returns the position of the first character from pos on that is no white space.
func (e *Editor) skipSpace(pos token.Pos) token.Pos {
	for off := e.offset(pos); off < len(e.src); off++ {
		switch e.src[off] {
		case ' ', '\t', '\r', '\n':
			pos++
		default:
			return pos
		}
	}
	return pos
}
