package ssaflow

import (
	"go/ast"
	"go/token"
	"sync"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// syntax leads from instructions to what they were made of.
type syntax struct {
	root  inspector.Cursor
	once  sync.Once
	calls map[token.Pos]inspector.Cursor // by the position of the parenthesis
}

// Call returns the cursor of the *ast.CallExpr that call is, false where the program does not write
// one, as for the functions of a loop over an iterator.
func (p *Program) Call(call ssa.CallInstruction) (inspector.Cursor, bool) {
	s := &p.syntax
	s.once.Do(func() {
		s.calls = make(map[token.Pos]inspector.Cursor)
		for cur := range s.root.Preorder((*ast.CallExpr)(nil)) {
			s.calls[cur.Node().(*ast.CallExpr).Lparen] = cur
		}
	})
	cur, ok := s.calls[call.Common().Pos()]
	return cur, ok
}

// Syntax returns the cursor of the expression or statement that instr is:
//
//	*ssa.Call, *ssa.Go, *ssa.Defer  the *ast.CallExpr
//	*ssa.BinOp                      the *ast.BinaryExpr, or the expression in a case of a switch
//	*ssa.TypeAssert                 the *ast.TypeAssertExpr, or the *ast.CaseClause of a type switch
//	*ssa.Return                     the *ast.ReturnStmt
//	*ssa.FieldAddr                  the *ast.SelectorExpr, not the field of a literal
//	*ssa.UnOp                       the *ast.StarExpr of a load through a pointer
//	*ssa.Alloc                      the *ast.CompositeLit
//	*ssa.Store, *ssa.MapUpdate      the expression that is stored: an element of a literal, or on the right of an assignment
//
// It returns false for other instructions, and for those that nothing written stands for.
func (p *Program) Syntax(instr ssa.Instruction) (inspector.Cursor, bool) {
	if call, ok := instr.(ssa.CallInstruction); ok {
		return p.Call(call)
	}
	pos := instr.Pos()
	at, ok := p.Root.FindByPos(pos, pos)
	if !ok {
		return at, false
	}
	switch instr := instr.(type) {
	case *ssa.BinOp:
		for cur := range at.Enclosing((*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil)) {
			switch n := cur.Node().(type) {
			case *ast.BinaryExpr:
				if n.OpPos == pos {
					return cur, true
				}
			case *ast.CaseClause:
				for _, e := range n.List {
					if e.Pos() == pos {
						return cur.FindNode(e)
					}
				}
			}
		}
	case *ssa.TypeAssert:
		for cur := range at.Enclosing((*ast.TypeAssertExpr)(nil), (*ast.CaseClause)(nil)) {
			switch n := cur.Node().(type) {
			case *ast.TypeAssertExpr:
				if n.Lparen == pos {
					return cur, true
				}
			case *ast.CaseClause:
				if n.Case == pos {
					return cur, true
				}
			}
		}
	case *ssa.Alloc:
		for cur := range at.Enclosing((*ast.CompositeLit)(nil)) {
			if cur.Node().(*ast.CompositeLit).Lbrace == pos {
				return cur, true
			}
		}
	case *ssa.Store, *ssa.MapUpdate:
		return stored(at, pos)
	case *ssa.Return:
		for cur := range at.Enclosing((*ast.ReturnStmt)(nil)) {
			return cur, true
		}
	case *ssa.FieldAddr:
		for cur := range at.Enclosing((*ast.SelectorExpr)(nil)) {
			sel := cur.Node().(*ast.SelectorExpr)
			if sel.Sel.Pos() == pos {
				return cur, true
			}
			// An embedded field on the way to the one that is named is said to be where the expression starts.
			selection, field := p.Info.Selections[sel], FieldOf(instr.X.Type(), instr.Field)
			return cur, sel.Pos() == pos && selection != nil && len(selection.Index()) > 1 && field != nil && field.Embedded()
		}
	case *ssa.UnOp:
		for cur := range at.Enclosing((*ast.StarExpr)(nil)) {
			return cur, cur.Node().Pos() == pos
		}
	}
	return at, false
}

// stored returns the cursor of the expression that is stored at pos: the colon of an element of a
// literal, the element where it has no key, or something in the left side of an assignment.
func stored(at inspector.Cursor, pos token.Pos) (inspector.Cursor, bool) {
	for cur := range at.Enclosing((*ast.KeyValueExpr)(nil), (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.KeyValueExpr:
			if n.Colon == pos {
				return cur.ChildAt(edge.KeyValueExpr_Value, -1), true
			}
		case *ast.CompositeLit:
			for i, e := range n.Elts {
				if e.Pos() == pos {
					return cur.ChildAt(edge.CompositeLit_Elts, i), true
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if lhs.Pos() <= pos && pos < lhs.End() && len(n.Lhs) == len(n.Rhs) {
					return cur.ChildAt(edge.AssignStmt_Rhs, i), true
				}
			}
		}
	}
	return at, false
}
