package fix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// questionsBefore returns how many statements above stmt, in its block, ask an error what it is, so
// that a fix may declare a variable there, perhaps for the type called about, in any case of letters.
// Without that, all types count.
func (e *Editor) questionsBefore(stmt inspector.Cursor, about string) int {
	n := 0
	for cur, ok := stmt.PrevSibling(); ok; cur, ok = cur.PrevSibling() {
		if e.declaresAbove(cur.Node()) && e.asks(cur.Node(), strings.ToLower(about)) {
			n++
		}
	}
	return n
}

// declaresAbove reports whether a fix of a question in stmt declares a variable above it: not where
// the header of an if statement has room for errors.AsType.
func (e *Editor) declaresAbove(stmt ast.Node) bool {
	cond, ok := stmt.(*ast.IfStmt)
	if !ok || !e.AtLeast("go1.26") {
		return true
	}
	bin, ok := ast.Unparen(cond.Cond).(*ast.BinaryExpr)
	if !ok || cond.Init != nil || bin.Op != token.LAND && bin.Op != token.LOR {
		return false
	}
	first, ok := ast.Unparen(bin.X).(*ast.BinaryExpr)
	return !ok || bin.Op != token.LAND || first.Op != token.NEQ || !e.pass.TypesInfo.Types[first.Y].IsNil()
}

// asks reports whether stmt, without the blocks in it, asks an error what it is: by a type
// assertion, by a comparison of its text or code, or by a function of package errors. It is not
// about the type where it has a word for something else.
func (e *Editor) asks(stmt ast.Node, about string) bool {
	var asks, takesText, compares, words, named bool
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BlockStmt:
			for _, stmt := range n.List {
				if clause, ok := stmt.(*ast.CaseClause); ok {
					compares = compares || len(clause.List) > 0
					for _, x := range clause.List {
						asks = asks || e.asks(x, about)
						named = named || mentions(x, about)
					}
				}
			}
			return false
		case *ast.TypeAssertExpr:
			asks = asks || e.isError(n.X)
		case *ast.BinaryExpr:
			compares = compares || n.Op == token.EQL || n.Op == token.NEQ
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && e.isError(sel.X) {
				takesText = true
			}
			if fn := typeutil.Callee(e.pass.TypesInfo, n); fn != nil && fn.Pkg() != nil && knowledge.HasStdAs(fn.Pkg().Path()) {
				asks = asks || fn.Name() == "Is"
			}
		case *ast.BasicLit:
			words = words || n.Kind == token.STRING
		}
		return true
	})
	named = named || mentions(stmt, about)
	return (asks || takesText && (compares || words)) && (named || !words)
}

func (e *Editor) isError(x ast.Expr) bool { return awssdk.IsErrorType(e.pass.TypesInfo.TypeOf(x)) }

// mentions reports whether n, without the blocks in it, has a word that holds about, or a sentence.
func mentions(n ast.Node, about string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt, *ast.FuncLit:
			return false
		case *ast.Ident:
			found = found || strings.Contains(strings.ToLower(n.Name), about)
		case *ast.BasicLit:
			found = found || n.Kind == token.STRING && (strings.Contains(strings.ToLower(n.Value), about) || strings.Contains(n.Value, " "))
		}
		return !found
	})
	return found
}
