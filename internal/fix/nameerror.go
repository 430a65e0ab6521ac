package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// NameError gives a name to the last result of the assignment stmt of fn, an error, which has been
// assigned to "_", and returns it:
//
//	out, _ := c.X() => out, err := c.X()
//	out, _ = c.X() => var err error; out, err = c.X()
//
// The name is err where that is free or an error of the same scope, else base or one like it. The
// caller knows that an error in an older variable may be overwritten.
func (e *Editor) NameError(stmt *ast.AssignStmt, fn *Function, base string) string {
	err := e.errorName(stmt, fn, base)
	e.Replace(stmt.Lhs[len(stmt.Lhs)-1], err)
	if stmt.Tok == token.ASSIGN && e.localError(err, stmt, fn) == nil {
		e.InsertBefore(stmt, "var "+err+" error")
	}
	return err
}

func (e *Editor) errorName(stmt *ast.AssignStmt, fn *Function, base string) string {
	obj := e.localError("err", stmt, fn)
	if obj != nil && (stmt.Tok == token.ASSIGN || obj.Parent() == e.pass.Pkg.Scope().Innermost(stmt.Pos())) {
		return "err"
	}
	if stmt.Tok == token.DEFINE && e.declaresFirst("err", stmt, fn) && e.Claim(fn.Node, stmt.Pos(), "err", "error") {
		return "err"
	}
	name := e.Fresh("err", stmt.Pos())
	if name == "err" && (e.Claim(fn.Node, stmt.Pos(), name, "error") || stmt.Tok == token.DEFINE) {
		return name
	}
	return e.FreshIn(fn.Node, base, "error", stmt.Pos())
}

// declaresFirst reports whether stmt can declare name, an error, before other statements of its
// block do: those that follow then assign to it, so each must declare something else as well. What
// blocks below declare hides it there. It may hide one around that the rest of the block does not use.
func (e *Editor) declaresFirst(name string, stmt *ast.AssignStmt, fn *Function) bool {
	scope := e.pass.Pkg.Scope().Innermost(stmt.Pos())
	if outer := e.Lookup(name, stmt.Pos()); outer != nil {
		return e.localError(name, stmt, fn) != nil && outer != fn.NamedError() && !e.usedIn(outer, stmt.End(), scope.End()) && scope.Lookup(name) == nil
	}
	later, ok := scope.Lookup(name).(*types.Var)
	if scope.Lookup(name) == nil {
		return true
	}
	if !ok || !awssdk.IsError(later.Type()) {
		return false
	}
	free := false
	ast.Inspect(e.file, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		declares, others := false, false
		for _, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && e.pass.TypesInfo.Defs[id] != nil {
				declares = declares || e.pass.TypesInfo.Defs[id] == later
				others = others || e.pass.TypesInfo.Defs[id] != later && id.Name != "_"
			}
		}
		free = free || declares && others
		return true
	})
	return free
}

// usedIn reports whether obj is used between start and end.
func (e *Editor) usedIn(obj types.Object, start, end token.Pos) bool {
	for id, used := range e.pass.TypesInfo.Uses {
		if used == obj && start <= id.Pos() && id.Pos() < end {
			return true
		}
	}
	return false
}

// localError returns the variable of fn, of type error, that name denotes at stmt, nil if it denotes none.
func (e *Editor) localError(name string, stmt ast.Stmt, fn *Function) *types.Var {
	obj, ok := e.Lookup(name, stmt.Pos()).(*types.Var)
	if !ok || obj.Parent() == e.pass.Pkg.Scope() || !awssdk.IsError(obj.Type()) || obj.Pos() < fn.Node.Pos() {
		return nil
	}
	return obj
}
