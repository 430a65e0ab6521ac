package fix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// questionsBefore returns how many statements above stmt, in its block, ask an error what it is,
// perhaps for the type called about, in any case of letters. Without that, all questions count.
func (e *Editor) questionsBefore(stmt inspector.Cursor, about string) int {
	n := 0
	for cur, ok := stmt.PrevSibling(); ok; cur, ok = cur.PrevSibling() {
		if e.asks(cur.Node(), strings.ToLower(about)) {
			n++
		}
	}
	return n
}

// asks reports whether stmt, without the blocks in it, asks an error what it is: by a type
// assertion, by its text or code, or by a function of package errors. It is not about the type where it has a
// word for something else.
func (e *Editor) asks(stmt ast.Node, about string) bool {
	asks, named, other := false, false, false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BlockStmt:
			for _, stmt := range n.List {
				if clause, ok := stmt.(*ast.CaseClause); ok {
					for _, x := range clause.List {
						asks = asks || e.asks(x, about)
					}
				}
			}
			return false
		case *ast.TypeAssertExpr:
			asks = asks || awssdk.IsErrorType(e.pass.TypesInfo.TypeOf(n.X))
		case *ast.CallExpr:
			for _, x := range append([]ast.Expr{receiver(n)}, n.Args...) {
				asks = asks || x != nil && awssdk.IsErrorType(e.pass.TypesInfo.TypeOf(x))
			}
		case *ast.Ident:
			named = named || strings.Contains(strings.ToLower(n.Name), about)
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				other = true
				named = named || strings.Contains(strings.ToLower(n.Value), about) || strings.Contains(n.Value, " ")
			}
		}
		return true
	})
	return asks && (named || !other)
}

// receiver returns x for a call of x.f(), nil for others.
func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}
