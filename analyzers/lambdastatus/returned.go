package lambdastatus

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// isReturned reports whether r is returned with a nil error, and is all that the variable it is stored in ever holds.
func (r *response) isReturned() bool {
	for cur := r.Cursor; ; {
		kind, i := cur.ParentEdge()
		switch n := cur.Parent().Node().(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
			cur = cur.Parent()
		case *ast.ReturnStmt:
			return i == 0 && r.succeeds(cur.Parent())
		case *ast.AssignStmt:
			return kind == edge.AssignStmt_Rhs && len(n.Lhs) == len(n.Rhs) && r.variableReturned(n.Lhs[i])
		case *ast.ValueSpec:
			return r.variableReturned(n.Names[i])
		default:
			return false
		}
	}
}

// variableReturned reports whether the variable e is assigned once, and returned with a nil error.
func (r *response) variableReturned(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := r.TypesInfo.Defs[id].(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return false // declared elsewhere, with another value
	}
	returned := false
	for use := range r.Responses.UsesOf(v) {
		switch use.Parent().Node().(type) {
		case *ast.AssignStmt:
			return false
		case *ast.ReturnStmt:
			_, i := use.ParentEdge()
			returned = returned || i == 0 && r.succeeds(use.Parent())
		}
	}
	return returned
}

// succeeds reports whether the return statement at cur belongs to the function of r, can be reached, and returns no error
// but nil.
func (r *response) succeeds(cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if outer != r.fn.Func {
			return false
		}
		break
	}
	ret := cur.Node().(*ast.ReturnStmt)
	if !slices.ContainsFunc(r.Responses.ReturnsOf(r.fn.Func), func(reached *lambdaresp.Return) bool { return reached.Stmt == ret }) {
		return false
	}
	switch results := ret.Results; len(results) {
	case 1:
		return true // of a function that has no error
	case 2:
		return r.TypesInfo.Types[results[1]].IsNil()
	}
	return false
}
