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
	if stmt.Tok == token.DEFINE && obj == nil && e.declaresFirst("err", stmt) && e.Claim(fn.Node, stmt.Pos(), "err", "error") {
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
// blocks below declare hides it there.
func (e *Editor) declaresFirst(name string, stmt *ast.AssignStmt) bool {
	if obj := e.Lookup(name, stmt.Pos()); obj != nil {
		return false
	}
	scope := e.pass.Pkg.Scope().Innermost(stmt.Pos())
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

// localError returns the variable of fn, of type error, that name denotes at stmt, nil if it denotes none.
func (e *Editor) localError(name string, stmt ast.Stmt, fn *Function) *types.Var {
	obj, ok := e.Lookup(name, stmt.Pos()).(*types.Var)
	if !ok || obj.Parent() == e.pass.Pkg.Scope() || !awssdk.IsError(obj.Type()) || obj.Pos() < fn.Node.Pos() {
		return nil
	}
	return obj
}
