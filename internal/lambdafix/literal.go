package lambdafix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
)

// AddField adds a field to the literal of a struct, before the element called next and in line with it:
//
//	T{Body: text} => T{Name: value, Body: text}
func AddField(e *fix.Editor, file *token.File, lit *ast.CompositeLit, next *ast.KeyValueExpr, name, value string) {
	space := 1
	separator := Separator(e, file, lit.Lbrace, next)
	if separator != ", " {
		space = max(int(next.Value.Pos()-next.Pos())-len(name)-1, 1)
	}
	e.Insert(next.Pos(), name+":"+strings.Repeat(" ", space)+value+separator)
}

// Separator returns what stands between a new element of a literal, whose brace opens at lbrace,
// and next, the element that follows: a comma, and a new line where next has one of its own.
func Separator(e *fix.Editor, file *token.File, lbrace token.Pos, next ast.Node) string {
	if file.Line(lbrace) == file.Line(next.Pos()) {
		return ", "
	}
	return "," + e.Indent("\n", next.Pos())
}

// Mentions reports whether the statement before stmt is a call that is given the variable called
// name, such as one that logs an error.
func Mentions(stmt inspector.Cursor, name string) bool {
	prev, ok := stmt.PrevSibling()
	if !ok {
		return false
	}
	call, ok := prev.Node().(*ast.ExprStmt)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}
