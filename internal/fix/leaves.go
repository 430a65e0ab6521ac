package fix

import (
	"go/ast"
	"go/token"
	"strings"
)

// Leaves reports whether body ends with a statement that leaves the block around it.
func Leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok != token.FALLTHROUGH
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		switch fn := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			return fn.Name == "panic"
		case *ast.SelectorExpr:
			return strings.HasPrefix(fn.Sel.Name, "Fatal") || fn.Sel.Name == "Exit"
		}
	}
	return false
}
