package lambdaresp

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/awserrlint/awserrlint/internal/handler"
)

// OnlyResult returns the expression that fn, a function of the package with one return statement,
// returns, nil if there is none.
func (s *Set) OnlyResult(fn *types.Func) ast.Expr {
	cur, ok := s.handlers.Decls[fn.Origin()]
	if !ok {
		return nil
	}
	if returns := handler.ReturnStmts(cur); len(returns) == 1 && len(returns[0].Results) == 1 {
		return returns[0].Results[0]
	}
	return nil
}

// OnlyValue returns the expression that the variable v, a map, is set to once and for all, nil where
// it may have another value or other elements.
func (s *Set) OnlyValue(v *types.Var) ast.Expr {
	var value ast.Expr
	for cur := range s.handlers.Root.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if s.info.ObjectOf(id) != v {
			continue
		}
		i := 0
		if cur.Parent().Valid() {
			_, i = cur.ParentEdge()
		}
		var set ast.Expr
		switch n := cur.Parent().Node().(type) {
		case *ast.AssignStmt:
			if cur.ParentEdgeKind() == edge.AssignStmt_Lhs && len(n.Lhs) == len(n.Rhs) {
				set = n.Rhs[i]
			}
		case *ast.ValueSpec:
			if cur.ParentEdgeKind() == edge.ValueSpec_Names && len(n.Names) == len(n.Values) {
				set = n.Values[i]
			}
		case *ast.KeyValueExpr: // the headers of a response
			if cur.ParentEdgeKind() == edge.KeyValueExpr_Value {
				continue
			}
		}
		if set == nil || value != nil {
			return nil
		}
		value = set
	}
	return value
}
