package errmatch

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// takeApart finds the expressions of m in its syntax.
func (s *Set) takeApart(m *TextMatch) {
	switch n := m.Syntax.Node().(type) {
	case *ast.BinaryExpr: // err.Error() == "NoSuchKey"
		operands := [...]ast.Expr{n.X, n.Y}
		m.Text, m.Needle = operands[m.text], operands[m.needle]
		m.Cond, m.Negated = m.Syntax, n.Op == token.NEQ
	case *ast.CallExpr:
		if call, ok := m.Instr.(*ssa.Call); ok { // otherwise it stands in a case of a switch over the text
			s.takeCallApart(m, n, call)
		}
	}
}

func (s *Set) takeCallApart(m *TextMatch, n *ast.CallExpr, call *ssa.Call) {
	text, needle := m.text, m.needle
	if call.Call.Signature().Recv() != nil { // which is no argument in the syntax
		text--
	}
	if text >= len(n.Args) || needle >= len(n.Args) {
		return
	}
	m.Text = n.Args[text]
	if needle >= 0 {
		m.Needle = n.Args[needle]
	}
	switch results := call.Call.Signature().Results(); {
	case results.Len() != 1:
	case isBool(results.At(0).Type()):
		m.Cond = m.Syntax
	default:
		m.Cond, m.Negated = s.counted(m.Syntax)
	}
}

// counted returns the comparison of the number that the call of strings.Index or strings.Count at
// cur returns, and whether it is true where nothing is found. The cursor is not valid where there
// is no such comparison.
//
//	strings.Index(text, "NoSuchKey") >= 0, strings.Count(text, "NoSuchKey") == 0
func (s *Set) counted(cur inspector.Cursor) (cond inspector.Cursor, negated bool) {
	if cur.ParentEdgeKind() != edge.BinaryExpr_X {
		return cond, false
	}
	cmp := cur.Parent().Node().(*ast.BinaryExpr)
	value := s.program().Info.Types[cmp.Y].Value
	if value == nil {
		return cond, false
	}
	n, exact := constant.Int64Val(value)
	if !exact {
		return cond, false
	}
	none := int64(-1) // what the function returns where it finds nothing
	if fun, ok := ast.Unparen(cur.Node().(*ast.CallExpr).Fun).(*ast.SelectorExpr); ok && fun.Sel.Name == "Count" {
		none = 0
	}
	switch {
	case cmp.Op == token.GTR && n == none, cmp.Op == token.GEQ && n == none+1, cmp.Op == token.NEQ && n == none:
		return cur.Parent(), false
	case cmp.Op == token.LEQ && n == none, cmp.Op == token.LSS && n == none+1, cmp.Op == token.EQL && n == none:
		return cur.Parent(), true
	case cmp.Op == token.EQL && n == 0: // strings.Index: a prefix
		return cur.Parent(), false
	}
	return cond, false
}
