package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
)

// Fresh returns base, or base followed by a number, so that the name neither hides
// nor collides with what is in scope at pos or used in the declaration around it.
func (e *Editor) Fresh(base string, pos token.Pos) string {
	n := 1
	for e.taken(numbered(base, n), pos) {
		n++
	}
	name := numbered(base, n)
	e.fresh[name] = true
	return name
}

// numbered returns base for 1, and base2, base3 and so on.
func numbered(base string, n int) string {
	if n == 1 {
		return base
	}
	return base + strconv.Itoa(n)
}

// FreshIn returns such a name for a variable of the type typ that the fix declares at pos in block,
// where no other fix that is kept declares it as anything else.
func (e *Editor) FreshIn(block ast.Node, base, typ string, pos token.Pos) string {
	name := e.Fresh(base, pos)
	for !e.Claim(block, pos, name, typ) {
		name = e.Fresh(base, pos)
	}
	return name
}

// taken reports whether name means something at pos, or occurs in the top-level
// declaration that holds pos.
func (e *Editor) taken(name string, pos token.Pos) bool {
	if e.fresh[name] || token.IsKeyword(name) || e.Lookup(name, pos) != nil {
		return true
	}
	decl := e.declaration(pos)
	if decl == nil {
		return false
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name && !e.isField(id)
		return !found
	})
	return found
}

// declaration returns the top-level declaration that holds pos, nil if there is none.
func (e *Editor) declaration(pos token.Pos) ast.Decl {
	i := slices.IndexFunc(e.file.Decls, func(decl ast.Decl) bool { return decl.Pos() <= pos && pos < decl.End() })
	if i < 0 {
		return nil
	}
	return e.file.Decls[i]
}

// isField reports whether id names a field or a method, which no variable can hide.
func (e *Editor) isField(id *ast.Ident) bool {
	switch obj := e.pass.TypesInfo.ObjectOf(id).(type) {
	case *types.Var:
		return obj.IsField()
	case *types.Func:
		return obj.Signature().Recv() != nil
	}
	return false
}

// Lookup returns the object that name denotes at pos, nil if there is none.
func (e *Editor) Lookup(name string, pos token.Pos) types.Object {
	scope := e.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, pos)
	return obj
}

// means reports whether name denotes the import of path at pos.
func (e *Editor) means(name string, pos token.Pos, path string) bool {
	pkg, ok := e.Lookup(name, pos).(*types.PkgName)
	return ok && pkg.Imported().Path() == path
}
