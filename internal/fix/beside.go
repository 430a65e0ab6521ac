package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// beside returns what fn returns beside an error, ready to stand before that at pos: the constants that all
// its error branches return, and zero values otherwise. It returns false where these cannot be written
// there, and where a number has a name that is not known: base.InstanceNotCreated.
func (e *Editor) beside(fn *Function, pos token.Pos) (string, bool) {
	var b strings.Builder
	for i := range fn.Sig.Results().Len() - 1 {
		value, ok := e.agreed(fn, i, pos)
		if !ok {
			t := fn.Sig.Results().At(i).Type()
			if value, ok = e.zero(t, pos); !ok || e.hasNames(t) {
				return "", false
			}
		}
		b.WriteString(value + ", ")
	}
	return b.String(), true
}

// agreed returns the constant that all error branches of fn return as the i-th result, false where
// there is none or it means something else at pos.
func (e *Editor) agreed(fn *Function, i int, pos token.Pos) (string, bool) {
	var value ast.Expr
	agree := true
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == fn.Node
		case *ast.IfStmt:
			if !fn.returnsFailure(n) {
				break
			}
			ret := n.Body.List[len(n.Body.List)-1].(*ast.ReturnStmt)
			if len(ret.Results) != fn.Sig.Results().Len() {
				agree = false
				break
			}
			agree = agree && (value == nil || types.ExprString(value) == types.ExprString(ret.Results[i]))
			value = ret.Results[i]
		}
		return agree
	})
	if !agree || value == nil || e.pass.TypesInfo.Types[value].Value == nil {
		return "", false
	}
	ast.Inspect(value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			ast.Inspect(n.X, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				agree = agree && (!ok || e.Lookup(id.Name, pos) == e.pass.TypesInfo.Uses[id])
				return agree
			})
			return false
		case *ast.Ident:
			agree = agree && e.Lookup(n.Name, pos) == e.pass.TypesInfo.Uses[n]
		}
		return agree
	})
	return types.ExprString(value), agree
}

// hasNames reports whether numbers of type t have names, as far as that is known: constants of other
// packages may not have been loaded.
func (e *Editor) hasNames(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || knowledge.IsStd(named.Obj().Pkg().Path()) {
		return false
	}
	if b, ok := named.Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 {
		return false
	}
	if named.Obj().Pkg() != e.pass.Pkg {
		return true
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && types.Identical(c.Type(), t) {
			return true
		}
	}
	return false
}
