package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// waits reports whether f has started goroutines above cur, or in it, for which it waits only below: who returned
// at cur would leave them behind, perhaps blocked for ever at a channel.
func (f *Function) waits(cur inspector.Cursor) bool {
	starts, waits := false, false
	kinds := []ast.Node{(*ast.GoStmt)(nil), (*ast.CallExpr)(nil), (*ast.SelectStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.RangeStmt)(nil)}
	for c := range f.cur.Preorder(kinds...) {
		below := c.Node().Pos() >= cur.Node().End()
		switch n := c.Node().(type) {
		case *ast.GoStmt:
			starts = starts || !below
		case *ast.CallExpr:
			switch method, _ := n.Fun.(*ast.SelectorExpr); {
			case method == nil:
			case method.Sel.Name == "Go": // of a sync.WaitGroup or an errgroup.Group
				starts = starts || !below
			case method.Sel.Name == "Wait":
				waits = waits || below
			}
		case *ast.SelectStmt:
			waits = waits || below
		case *ast.UnaryExpr:
			waits = waits || below && n.Op == token.ARROW
		case *ast.RangeStmt:
			t := f.info.TypeOf(n.X)
			if t == nil {
				break
			}
			_, channel := t.Underlying().(*types.Chan)
			waits = waits || below && channel
		}
		if starts && waits {
			return true
		}
	}
	return false
}
