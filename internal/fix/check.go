package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
)

// ErrorOf returns the variable to which the statement around call assigns its last result, nil if there is none or it is blank.
func ErrorOf(info *types.Info, call inspector.Cursor) types.Object {
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return nil
	}
	last, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	if !ok || last.Name == "_" {
		return nil
	}
	return info.ObjectOf(last)
}

// ChecksError reports whether stmt is if err != nil { … } without an else branch.
func ChecksError(info *types.Info, stmt *ast.IfStmt, err types.Object) bool {
	cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || stmt.Else != nil || cond.Op != token.NEQ || !info.Types[cond.Y].IsNil() {
		return false
	}
	id, ok := cond.X.(*ast.Ident)
	return ok && err != nil && info.ObjectOf(id) == err
}

// CheckBelow inserts below stmt the statement that returns from fn the error called err, with words
// before its text, where it is not nil. init declares it in the header of the statement, "" where
// it is declared above:
//
//	if err := stream.Err(); err != nil { return nil, fmt.Errorf("words: %w", err) }
func (e *Editor) CheckBelow(stmt ast.Stmt, fn *Function, init, err, words string) {
	header, body := e.check(fn, init, err, words, stmt.Pos())
	e.InsertAfter(stmt, header+body)
}

// CheckInPlace puts that statement in the place of old.
func (e *Editor) CheckInPlace(old ast.Stmt, fn *Function, err, words string) {
	header, body := e.check(fn, "", err, words, old.Pos())
	e.Replace(old, header+e.Indent(body, old.Pos()))
}

// CheckInHeader makes of stmt, whose only effect is that of call, a check of the last result of call, an error:
//
//	c.X() => if _, err := c.X(); err != nil { return nil, fmt.Errorf("words: %w", err) }
//
// A comment behind stmt stays on its line.
func (e *Editor) CheckInHeader(stmt ast.Stmt, call ast.Expr, fn *Function, words string) {
	comment, end := e.TrailingComment(stmt)
	if comment != "" {
		comment = " " + comment
	}
	header, body := e.check(fn, e.lastOf(call, "err"), "err", words, stmt.Pos())
	e.ReplaceRange(stmt.Pos(), end, header+comment+e.Indent(body, stmt.Pos()))
}

// check returns the first line of the check of err, and what follows it.
func (e *Editor) check(fn *Function, init, err, words string, pos token.Pos) (header, body string) {
	if init != "" {
		init += "; "
	}
	return "if " + init + err + " != nil {", "\n\t" + e.ReturnError(fn, e.Wrap(words, err, pos), pos) + "\n}"
}

// lastOf returns the declaration of name as the last result of call: _, err := c.X().
func (e *Editor) lastOf(call ast.Expr, name string) string {
	blanks := ""
	if results, ok := e.pass.TypesInfo.TypeOf(call).(*types.Tuple); ok {
		blanks = strings.Repeat("_, ", results.Len()-1)
	}
	return blanks + name + " := " + e.Source(call)
}
