package errassert

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/rule"
)

// negated returns the name of the variable that says whether the assertion at cur holds, if the program
// does something of its own where it does not, which today it always does. With errors.As it would no
// longer do so for the very error that it asks for, and perhaps that was meant.
//
//	if _, ok := err.(*types.ResourceNotFoundException); !ok { _, err = c.CreateLogGroup(ctx, in) … }
//
// It is "" where the branch only leaves with the error, as it should with others.
func negated(pass *rule.Pass, cur inspector.Cursor) string {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 {
		return ""
	}
	holds, ok := assign.Lhs[1].(*ast.Ident)
	if !ok {
		return ""
	}
	branch, ok := cur.Parent().Parent().Node().(*ast.IfStmt)
	if cur.Parent().ParentEdgeKind() != edge.IfStmt_Init {
		next, _ := cur.Parent().NextSibling()
		if !next.Valid() {
			return ""
		}
		branch, ok = next.Node().(*ast.IfStmt)
	}
	if !ok {
		return ""
	}
	not, ok := ast.Unparen(branch.Cond).(*ast.UnaryExpr)
	if !ok || not.Op != token.NOT {
		return ""
	}
	id, ok := ast.Unparen(not.X).(*ast.Ident)
	if !ok || pass.TypesInfo.ObjectOf(id) != pass.TypesInfo.ObjectOf(holds) || onlyLeaves(pass, branch.Body, cur.Node().(*ast.TypeAssertExpr).X) {
		return ""
	}
	return holds.Name
}

// onlyLeaves reports whether body does nothing but call functions, for a log perhaps, and leave: what it
// returns is no result of a call, unless that is given err.
func onlyLeaves(pass *rule.Pass, body *ast.BlockStmt, err ast.Expr) bool {
	if len(body.List) == 0 {
		return false
	}
	for _, stmt := range body.List[:len(body.List)-1] {
		if _, ok := stmt.(*ast.ExprStmt); !ok {
			return false
		}
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.BranchStmt, *ast.ExprStmt:
		return true
	case *ast.ReturnStmt:
		for _, x := range last.Results {
			if call, ok := ast.Unparen(x).(*ast.CallExpr); ok && !mentions(pass, call, err) {
				return false
			}
		}
		return true
	}
	return false
}

// mentions reports whether n uses the variable err.
func mentions(pass *rule.Pass, n ast.Node, err ast.Expr) bool {
	id, ok := ast.Unparen(err).(*ast.Ident)
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		use, isIdent := n.(*ast.Ident)
		found = found || ok && isIdent && pass.TypesInfo.Uses[use] == pass.TypesInfo.Uses[id]
		return !found
	})
	return found
}
