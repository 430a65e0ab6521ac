package ssaflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Uses yields the identifiers that mean obj, but for its declaration, in source order.
func (p *Program) Uses(obj types.Object) iter.Seq[inspector.Cursor] {
	return p.identifiers(obj, p.Info.Uses)
}

// Declaration returns the identifier that declares obj, false where the package does not write one.
func (p *Program) Declaration(obj types.Object) (inspector.Cursor, bool) {
	for cur := range p.identifiers(obj, p.Info.Defs) {
		return cur, true
	}
	return inspector.Cursor{}, false
}

func (p *Program) identifiers(obj types.Object, meanings map[*ast.Ident]types.Object) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range p.Root.Preorder((*ast.Ident)(nil)) {
			if obj != nil && meanings[cur.Node().(*ast.Ident)] == obj && !yield(cur) {
				return
			}
		}
	}
}

// Assignments yields the statements and specifications that give v a value, with the value. It is
// nil where no expression stands for that value alone: a part of a tuple, an element of what a loop
// ranges over, the result of v += x, and whatever is done through the address of v.
func (p *Program) Assignments(v *types.Var) iter.Seq2[ast.Node, ast.Expr] {
	return func(yield func(ast.Node, ast.Expr) bool) {
		if decl, ok := p.Declaration(v); ok {
			if n, value := assignment(decl); n != nil && !yield(n, value) {
				return
			}
		}
		for use := range p.Uses(v) {
			if n, value := assignment(use); n != nil && !yield(n, value) {
				return
			}
		}
	}
}

// assignment returns what assigns to the variable that the identifier at cur means, nil if nothing there does.
func assignment(cur inspector.Cursor) (ast.Node, ast.Expr) {
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	kind, i := cur.ParentEdge()
	switch n := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		switch {
		case kind != edge.AssignStmt_Lhs:
			return nil, nil
		case len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE):
			return n, n.Rhs[i]
		}
		return n, nil
	case *ast.ValueSpec:
		switch {
		case kind != edge.ValueSpec_Names || len(n.Values) == 0:
			return nil, nil
		case len(n.Values) == len(n.Names):
			return n, n.Values[i]
		}
		return n, nil
	case *ast.RangeStmt:
		if kind == edge.RangeStmt_Key || kind == edge.RangeStmt_Value {
			return n, nil
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return n, nil
		}
	}
	return nil, nil
}
