package load

import (
	"go/ast"
	"go/token"
	"slices"
)

// repair removes what has errors from files, so that the rest can be analyzed. A function with
// an error in its body loses the body if Go allows that; any other declaration with an error is
// removed. at has the positions of the errors; check type-checks the files again and returns
// those of the errors left. whole reports whether all declarations are left, done whether
// no error is.
func repair(files []*ast.File, at []token.Pos, check func() []token.Pos) (whole, done bool) {
	whole = true
	for len(at) > 0 {
		bodies, decls := remove(files, at)
		if whole = whole && !decls; !bodies && !decls {
			return whole, false
		}
		at = check() // other declarations may depend on what was removed
	}
	return whole, true
}

// remove removes what is at the given positions, and reports whether that was bodies of
// functions, or whole declarations.
func remove(files []*ast.File, at []token.Pos) (bodies, decls bool) {
	within := func(n ast.Node) bool {
		return slices.ContainsFunc(at, func(pos token.Pos) bool { return n.Pos() <= pos && pos <= n.End() })
	}
	for _, f := range files {
		f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
			if !within(decl) {
				return false
			}
			if fn, ok := decl.(*ast.FuncDecl); ok && removeBody(fn, within) {
				bodies = true
				return false
			}
			decls = true
			if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok != token.CONST { // in a const group, iota counts the specs
				decl.Specs = slices.DeleteFunc(decl.Specs, func(spec ast.Spec) bool { return within(spec) })
				return len(decl.Specs) == 0
			}
			return true
		})
		f.Imports = slices.DeleteFunc(f.Imports, func(spec *ast.ImportSpec) bool { return within(spec) })
	}
	return bodies, decls
}

// removeBody removes the body of fn and reports true, if all errors of fn are in its body and
// fn may be declared without one.
func removeBody(fn *ast.FuncDecl, within func(ast.Node) bool) bool {
	if fn.Body == nil || !within(fn.Body) || within(fn.Type) || fn.Recv != nil && within(fn.Recv) ||
		fn.Type.TypeParams != nil || fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "main") {
		return false
	}
	fn.Body = nil
	return true
}
