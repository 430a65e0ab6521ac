package lambdafix

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// homeOf returns where in the package the functions go that fixes add: the file with the handlers and responses, or, if there
// are several, the one that starts the program, which then keeps what they share. Where there is no such file, nobody but the
// user can choose one: pos is not valid.
func (k *Kit) homeOf() (pos token.Pos, shared bool) {
	with := make(map[*ast.File]bool)
	for _, h := range k.handlers.All {
		with[k.file(h.Func.Node().Pos())] = true
	}
	for lit := range k.literals() {
		with[k.file(lit.Pos())] = true
	}
	delete(with, nil)
	if len(with) == 1 {
		for f := range with {
			return f.Package, false
		}
	}
	if start, ok := k.pkg.Scope().Lookup("main").(*types.Func); ok {
		if f := k.file(start.Pos()); f != nil {
			return f.Package, true
		}
	}
	return token.NoPos, false
}

// file returns the file that holds pos, nil if it is none that people wrote for the program.
func (k *Kit) file(pos token.Pos) *ast.File {
	for _, f := range k.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			if ast.IsGenerated(f) || knowledge.IsTestFile(k.pass.Fset.File(pos).Name()) {
				return nil
			}
			return f
		}
	}
	return nil
}

// literals yields the literals of responses in the package.
func (k *Kit) literals() iter.Seq[*lambdaresp.Literal] {
	if k.responses == nil {
		return func(func(*lambdaresp.Literal) bool) {}
	}
	return k.responses.Literals(k.root)
}
