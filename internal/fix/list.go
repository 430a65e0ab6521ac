package fix

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// InList reports whether cur is a statement in a list of statements, so that others can stand above and below it.
func InList(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		switch cur.Node().(type) {
		case *ast.CaseClause, *ast.CommClause: // the lists of a switch and a select
			return false
		}
		return true
	}
	return false
}

// StatementOf returns the innermost statement around cur that stands in a list of statements, false
// where there is none, as in the initializer of a variable of the package.
func StatementOf(cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := range cur.Enclosing() {
		if InList(c) {
			return c, true
		}
	}
	return cur, false
}

// LoopAround returns the innermost loop around cur in the innermost function around it, false if there is none.
func LoopAround(cur inspector.Cursor) (loop inspector.Cursor, ok bool) {
	for c := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch c.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return c, true
		}
		break
	}
	return loop, false
}

// InLoop reports whether cur is in a loop of the innermost function around it.
func InLoop(cur inspector.Cursor) bool {
	_, ok := LoopAround(cur)
	return ok
}

// GoesOnWithLoop reports whether what comes behind the statement at cur, in the blocks around it, is the next round of a loop.
func GoesOnWithLoop(cur inspector.Cursor) bool {
	for c := range cur.Enclosing() {
		switch c.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
		if !InList(c) {
			continue
		}
		for next, ok := c.NextSibling(); ok; next, ok = next.NextSibling() {
			switch stmt := next.Node().(type) {
			case *ast.ReturnStmt:
				return false
			case *ast.BranchStmt:
				return stmt.Tok == token.CONTINUE
			}
		}
	}
	return false
}
