package lambdastatus

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// answers reports whether the response that the literal at cur makes in fn is returned with a nil error, and
// is all that the variable it is stored in ever holds.
func (c checker) answers(fn lambdaresp.Responder, cur inspector.Cursor) bool {
	for {
		kind, i := cur.ParentEdge()
		switch n := cur.Parent().Node().(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
			cur = cur.Parent()
		case *ast.ReturnStmt:
			return i == 0 && c.succeeds(fn, cur.Parent())
		case *ast.AssignStmt:
			return kind == edge.AssignStmt_Rhs && len(n.Lhs) == len(n.Rhs) && c.variableAnswers(fn, n.Lhs[i])
		case *ast.ValueSpec:
			return c.variableAnswers(fn, n.Names[i])
		default:
			return false
		}
	}
}

// variableAnswers reports whether the variable e is assigned once, and returned with a nil error.
func (c checker) variableAnswers(fn lambdaresp.Responder, e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.pass.TypesInfo.Defs[id].(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return false // declared elsewhere, with another value
	}
	returned := false
	for use := range c.pass.Responses.UsesOf(v) {
		switch use.Parent().Node().(type) {
		case *ast.AssignStmt:
			return false
		case *ast.ReturnStmt:
			_, i := use.ParentEdge()
			returned = returned || i == 0 && c.succeeds(fn, use.Parent())
		}
	}
	return returned
}

// succeeds reports whether the return statement at cur belongs to fn and returns no error but nil.
func (c checker) succeeds(fn lambdaresp.Responder, cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if outer != fn.Func {
			return false
		}
		break
	}
	results := cur.Node().(*ast.ReturnStmt).Results
	switch len(results) {
	case 1:
		return true // of a function that has no error
	case 2:
		return c.pass.TypesInfo.Types[results[1]].IsNil()
	}
	return false
}
