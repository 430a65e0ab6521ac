package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// JoinDeferred joins the error of a deferred call in fn, with words before its text, to the named error result of fn:
//
//	defer c.X() => defer func() { if deferErr := c.X(); deferErr != nil { err = errors.Join(err, fmt.Errorf("words: %w", deferErr)) } }()
//
// The fix is refused where fn has no such result, where another variable hides it, and where the
// call in the closure could be another one.
func (e *Editor) JoinDeferred(stmt *ast.DeferStmt, fn *Function, words string) {
	pos := stmt.Pos()
	result := fn.NamedError()
	if result == nil || e.Lookup(result.Name(), pos) != result || !e.evaluatesLater(stmt, fn) {
		e.Refuse()
		return
	}
	err := e.Fresh("deferErr", pos)
	header := "if " + strings.ReplaceAll(e.lastOf(stmt.Call, err), "\n", "\n\t") + "; " + err + " != nil {"
	join := result.Name() + " = " + e.Import("errors", "errors", pos) + ".Join(" + result.Name() + ", " + e.Wrap(words, err, pos) + ")"
	e.Replace(stmt, e.Indent("defer func() {\n\t", pos)+header+e.Indent("\n\t\t"+join+"\n\t}\n}()", pos))
}

// evaluatesLater reports whether the operands of the deferred call have the same
// values when the function returns as they have at the defer statement: a closure
// evaluates them only then.
func (e *Editor) evaluatesLater(stmt *ast.DeferStmt, fn *Function) bool {
	vars := make(map[types.Object]bool)
	ok := true
	for i, x := range append([]ast.Expr{stmt.Call.Fun}, stmt.Call.Args...) {
		ast.Inspect(x, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if v, isVar := e.pass.TypesInfo.Uses[n].(*types.Var); isVar {
					vars[v] = true
				}
			case *ast.CallExpr:
				callee, isFunc := typeutil.Callee(e.pass.TypesInfo, n).(*types.Func)
				ok = ok && isFunc && awssdk.Converts(callee)
			case *ast.IndexExpr, *ast.SliceExpr, *ast.TypeAssertExpr, *ast.BinaryExpr, *ast.StarExpr:
				ok = false
			case *ast.UnaryExpr:
				ok = ok && n.Op != token.ARROW
			case *ast.FuncLit:
				return i == 0 // a closure sees its variables as they are in the end anyway
			}
			return ok
		})
	}
	for v := range fn.Sig.Results().Variables() {
		ok = ok && !vars[v]
	}
	return ok && !e.assignedLater(vars, stmt, fn)
}

// assignedLater reports whether one of vars, variables and fields, may be assigned after
// stmt, or anywhere where stmt is in a loop.
func (e *Editor) assignedLater(vars map[types.Object]bool, stmt *ast.DeferStmt, fn *Function) bool {
	found := false
	assigned := func(exprs ...ast.Expr) {
		for _, x := range exprs {
			switch x := ast.Unparen(x).(type) {
			case *ast.Ident:
				found = found || vars[e.pass.TypesInfo.Uses[x]]
			case *ast.SelectorExpr:
				found = found || vars[e.pass.TypesInfo.Uses[x.Sel]]
			}
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			found = found || n.Pos() <= stmt.Pos() && stmt.End() <= n.End()
		case *ast.AssignStmt:
			if n.Pos() > stmt.Pos() {
				assigned(n.Lhs...)
			}
		case *ast.IncDecStmt:
			if n.Pos() > stmt.Pos() {
				assigned(n.X)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && n.Pos() > stmt.End() {
				assigned(n.X)
			}
		}
		if r, ok := n.(*ast.RangeStmt); ok && r.Pos() > stmt.Pos() && r.Tok == token.ASSIGN {
			assigned(r.Key, r.Value)
		}
		return !found
	})
	return found
}
