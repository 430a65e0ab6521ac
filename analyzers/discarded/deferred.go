package discarded

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// deferred joins the error of a deferred call to the named error result:
//
//	defer c.X() => defer func() { if deferErr := c.X(); deferErr != nil { err = errors.Join(err, deferErr) } }()
func (f fixer) deferred(stmt *ast.DeferStmt) {
	result := f.fn.NamedError()
	if result == nil || f.Lookup(result.Name(), stmt.Pos()) != result || !f.evaluatesLater(stmt) {
		f.Refuse()
		return
	}
	err := f.Fresh("deferErr", stmt.Pos())
	call := strings.ReplaceAll(f.Source(f.site.Expr()), "\n", "\n\t")
	join := result.Name() + " = " + f.Import("errors", "errors", stmt.Pos()) + ".Join(" + result.Name() + ", " + f.wrapped(err) + ")"
	f.Replace(stmt, f.Indent("defer func() {\n\tif "+f.blanks()+err+" := ", stmt.Pos())+
		call+f.Indent("; "+err+" != nil {\n\t\t"+join+"\n\t}\n}()", stmt.Pos()))
}

// evaluatesLater reports whether the operands of the deferred call have the same
// values when the function returns as they have at the defer statement: a closure
// evaluates them only then.
func (f fixer) evaluatesLater(stmt *ast.DeferStmt) bool {
	vars := make(map[types.Object]bool)
	ok := true
	for i, e := range append([]ast.Expr{stmt.Call.Fun}, stmt.Call.Args...) {
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if v, isVar := f.pass.TypesInfo.Uses[n].(*types.Var); isVar {
					vars[v] = true
				}
			case *ast.CallExpr:
				fn, isFunc := typeutil.Callee(f.pass.TypesInfo, n).(*types.Func)
				ok = ok && isFunc && awssdk.Converts(fn)
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
	for v := range f.fn.Sig.Results().Variables() {
		ok = ok && !vars[v]
	}
	return ok && !f.changes(vars, stmt)
}

// changes reports whether one of vars, variables and fields, may be assigned after
// stmt, or anywhere where stmt is in a loop.
func (f fixer) changes(vars map[types.Object]bool, stmt *ast.DeferStmt) bool {
	found := false
	assigned := func(exprs ...ast.Expr) {
		for _, e := range exprs {
			switch e := ast.Unparen(e).(type) {
			case *ast.Ident:
				found = found || vars[f.pass.TypesInfo.Uses[e]]
			case *ast.SelectorExpr:
				found = found || vars[f.pass.TypesInfo.Uses[e.Sel]]
			}
		}
	}
	ast.Inspect(f.fn.Body, func(n ast.Node) bool {
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
