package errflow

import (
	"go/ast"
	"go/types"
)

// inItemLoop reports whether the innermost loop around s takes one item after the
// other: the next round is no new attempt, but the next item.
func (p *Package) inItemLoop(s *Site) bool {
	for c := range s.Call.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		loop, ok := c.Node().(*ast.RangeStmt)
		if !ok {
			return false
		}
		switch p.Info.TypeOf(loop.X).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Map, *types.Pointer:
			return true
		}
		return false
	}
	return false
}
