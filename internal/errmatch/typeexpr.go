package errmatch

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
)

// TypeOf returns where the source names the type that m asks for, nil where that is not certain,
// and the variable that holds the error found, nil where the program does not keep it:
//
//	var v T … errors.As(err, &v)
//	v, ok := errors.AsType[T](err)
func (s *Set) TypeOf(m *Match) (ast.Expr, types.Object) {
	call, ok := m.Syntax.Node().(*ast.CallExpr)
	if !ok {
		return nil, nil
	}
	if index, ok := ast.Unparen(call.Fun).(*ast.IndexExpr); ok {
		assign, ok := m.Syntax.Parent().Node().(*ast.AssignStmt)
		if !ok {
			return nil, nil
		}
		id, ok := assign.Lhs[0].(*ast.Ident)
		if !ok {
			return nil, nil
		}
		if id.Name == "_" {
			return index.Index, nil
		}
		if v := s.program().Info.Defs[id]; v != nil {
			return index.Index, v
		}
		return nil, nil
	}
	if len(call.Args) != 2 {
		return nil, nil
	}
	addr, ok := ast.Unparen(call.Args[1]).(*ast.UnaryExpr)
	if !ok {
		return nil, nil
	}
	id, ok := addr.X.(*ast.Ident)
	if !ok {
		return nil, nil
	}
	v := s.program().Info.Uses[id]
	if decl, ok := s.program().Declaration(v); ok && decl.ParentEdgeKind() == edge.ValueSpec_Names {
		if spec := decl.Parent().Node().(*ast.ValueSpec); len(spec.Names) == 1 && len(spec.Values) == 0 {
			return spec.Type, v
		}
	}
	return nil, nil
}
