package fix

import (
	"go/ast"
	"go/token"
	"strings"
)

// Leaves reports whether list ends with a statement that leaves the block around it.
func Leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
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

// LeavesFunction reports whether list ends with a statement that leaves the function around it.
func LeavesFunction(list []ast.Stmt) bool {
	if !Leaves(list) {
		return false
	}
	_, jumps := list[len(list)-1].(*ast.BranchStmt)
	return !jumps
}
