package discarded

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A function is the innermost function around a call.
type function struct {
	node ast.Node // *ast.FuncDecl or *ast.FuncLit
	body *ast.BlockStmt
	sig  *types.Signature
}

// functionOf returns the innermost function around cur, nil where there is none.
func functionOf(pass *analysis.Pass, cur inspector.Cursor) *function {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if obj, ok := pass.TypesInfo.Defs[n.Name].(*types.Func); ok {
				return &function{node: n, body: n.Body, sig: obj.Signature()}
			}
		case *ast.FuncLit:
			if sig, ok := pass.TypesInfo.TypeOf(n).(*types.Signature); ok {
				return &function{node: n, body: n.Body, sig: sig}
			}
		}
		return nil
	}
	return nil
}

// returnsError reports whether the last result of f is an error.
func (f *function) returnsError() bool {
	n := f.sig.Results().Len()
	return n > 0 && awssdk.IsError(f.sig.Results().At(n-1).Type())
}

// namedError returns the last result of f if it is an error and has a name.
func (f *function) namedError() *types.Var {
	if f == nil || !f.returnsError() {
		return nil
	}
	last := f.sig.Results().At(f.sig.Results().Len() - 1)
	if last.Name() == "" || last.Name() == "_" {
		return nil
	}
	return last
}

// otherErrorKnown reports whether cur stands in a branch of f that is taken because
// some error is not nil: to return the error of a call there would hide that one.
func otherErrorKnown(pass *analysis.Pass, cur inspector.Cursor, f *function) bool {
	for c := cur; c.Valid() && c.Node() != f.node; c = c.Parent() {
		var cond ast.Expr
		op := token.NEQ
		switch c.ParentEdgeKind() {
		case edge.IfStmt_Body:
			cond = c.Parent().Node().(*ast.IfStmt).Cond
		case edge.IfStmt_Else:
			cond, op = c.Parent().Node().(*ast.IfStmt).Cond, token.EQL
		case edge.CaseClause_Body:
			for _, e := range c.Parent().Node().(*ast.CaseClause).List {
				if comparesError(pass, e, token.NEQ) {
					return true
				}
			}
		}
		if cond != nil && comparesError(pass, cond, op) {
			return true
		}
	}
	return false
}

// comparesError reports whether a part of cond compares an error with nil by op, or
// asks what kind of error it is.
func comparesError(pass *analysis.Pass, cond ast.Expr, op token.Token) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			t := pass.TypesInfo.TypeOf(n.X)
			if n.Op == op && t != nil && awssdk.IsError(t) && pass.TypesInfo.Types[n.Y].IsNil() {
				found = true
			}
		case *ast.CallExpr: // errors.Is(err, …) and the like
			for _, arg := range n.Args {
				if t := pass.TypesInfo.TypeOf(arg); op == token.NEQ && t != nil && awssdk.IsError(t) {
					found = true
				}
			}
		}
		return !found
	})
	return found
}
