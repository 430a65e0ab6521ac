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
	// All of it, so that another fix that adds a field does so when this one is made.
	e.ReplaceRange(lit.Lbrace, next.Pos(), e.Text(lit.Lbrace, next.Pos())+name+":"+strings.Repeat(" ", space)+e.Indent(value, next.Pos())+separator)
}

// width is that of lines which are not made longer: a literal gets a line for each of its fields instead.
const width = 110

// A Field is a field of a literal.
type Field struct{ Name, Value string }

// Spread reports whether lit, which has one line, would be too long with the fields, and then gives it
// a line for each of them.
func Spread(e *fix.Editor, file *token.File, lit *ast.CompositeLit, fields []Field) bool {
	line := file.Line(lit.Lbrace)
	longest, length := 0, 0
	for _, f := range fields {
		longest = max(longest, len(f.Name))
		length += len(f.Name + ": " + f.Value + ", ")
	}
	if file.Line(lit.Rbrace) != line || int(lit.Lbrace-file.LineStart(line))+length <= width {
		return false
	}
	text := "{\n"
	for _, f := range fields {
		text += "\t" + f.Name + ": " + strings.Repeat(" ", longest-len(f.Name)) + strings.ReplaceAll(f.Value, "\n", "\n\t") + ",\n"
	}
	e.ReplaceRange(lit.Lbrace, lit.Rbrace+1, e.Indent(text+"}", lit.Pos()))
	return true
}

// Separator returns what stands between a new element of a literal, whose brace opens at lbrace,
// and next, the element that follows: a comma, and a new line where next has one of its own.
func Separator(e *fix.Editor, file *token.File, lbrace token.Pos, next ast.Node) string {
	if file.Line(lbrace) == file.Line(next.Pos()) {
		return ", "
	}
	return "," + e.Indent("\n", next.Pos())
}

// Mentions reports whether a statement before stmt, in the same block, is a call that is given the variable called
// name, such as one that logs an error.
func Mentions(stmt inspector.Cursor, name string) bool {
	for prev, ok := stmt.PrevSibling(); ok; prev, ok = prev.PrevSibling() {
		call, ok := prev.Node().(*ast.ExprStmt)
		if !ok {
			continue
		}
		found := false
		ast.Inspect(call, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && id.Name == name
			return !found
		})
		if found {
			return true
		}
	}
	return false
}
