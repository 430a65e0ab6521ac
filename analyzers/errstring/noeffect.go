package errstring

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// changesNothing reports whether m is, or is a part of, the condition of a branch that returns the same
// as the statement after it, or as its else branch:
//
//	if strings.Contains(err.Error(), "NoSuchEntity") { return err }
//	return err
func changesNothing(pass *rule.Pass, m *errmatch.TextMatch) bool {
	if !m.Cond.Valid() {
		return false
	}
	cur := m.Cond
	for cur.ParentEdgeKind() != edge.IfStmt_Cond {
		switch cur.Parent().Node().(type) {
		case *ast.ParenExpr, *ast.UnaryExpr, *ast.BinaryExpr:
			cur = cur.Parent()
		default:
			return false
		}
	}
	branch := cur.Parent().Node().(*ast.IfStmt)
	return len(branch.Body.List) == 1 && sameReturn(pass, branch.Body.List[0], otherwise(cur.Parent()))
}

// otherwise returns what is done where the condition of the if statement at cur is false, as far as that
// is a single statement, or the first of several; nil where that is not known.
func otherwise(cur inspector.Cursor) ast.Stmt {
	switch other := cur.Node().(*ast.IfStmt).Else.(type) {
	case *ast.BlockStmt:
		if len(other.List) > 0 {
			return other.List[0]
		}
	case nil:
		if next, ok := cur.NextSibling(); ok && cur.ParentEdgeKind() == edge.BlockStmt_List {
			return next.Node().(ast.Stmt)
		}
	}
	return nil
}

// sameReturn reports whether a and b return the same variables and constants.
func sameReturn(pass *rule.Pass, a, b ast.Stmt) bool {
	ret, ok1 := a.(*ast.ReturnStmt)
	other, ok2 := b.(*ast.ReturnStmt)
	if !ok1 || !ok2 || len(ret.Results) != len(other.Results) {
		return false
	}
	for i, x := range ret.Results {
		if !isSame(pass, x, other.Results[i]) {
			return false
		}
	}
	return true
}

// isSame reports whether x and y are the same variable, or the same constant, nil included.
func isSame(pass *rule.Pass, x, y ast.Expr) bool {
	if tv := pass.TypesInfo.Types[x]; tv.Value != nil || tv.IsNil() {
		return types.ExprString(x) == types.ExprString(y)
	}
	id, ok1 := x.(*ast.Ident)
	other, ok2 := y.(*ast.Ident)
	if !ok1 || !ok2 {
		return false
	}
	v, ok := pass.TypesInfo.Uses[id].(*types.Var)
	return ok && pass.TypesInfo.Uses[other] == v
}
