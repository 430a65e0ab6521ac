package fix

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Repeatable reports whether exprs can be evaluated twice: nothing in them has an effect, and each
// time they have the same results.
func Repeatable(info *types.Info, exprs ...ast.Expr) bool {
	repeatable := true
	check := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			repeatable = repeatable && info.Types[n.Fun].IsType()
		case *ast.FuncLit:
			repeatable = false
		case *ast.UnaryExpr:
			repeatable = repeatable && n.Op != token.ARROW
		}
		return repeatable
	}
	for _, e := range exprs {
		ast.Inspect(e, check)
	}
	return repeatable
}
