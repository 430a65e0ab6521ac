package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// ErrorOf returns the variable to which the statement around call assigns its last result, nil if there is none.
func ErrorOf(info *types.Info, call inspector.Cursor) types.Object {
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return nil
	}
	last, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	if !ok {
		return nil
	}
	return info.ObjectOf(last)
}

// ChecksError reports whether stmt is if err != nil { … } without an else branch.
func ChecksError(info *types.Info, stmt *ast.IfStmt, err types.Object) bool {
	cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || stmt.Else != nil || cond.Op != token.NEQ || !info.Types[cond.Y].IsNil() {
		return false
	}
	id, ok := cond.X.(*ast.Ident)
	return ok && err != nil && info.ObjectOf(id) == err
}
