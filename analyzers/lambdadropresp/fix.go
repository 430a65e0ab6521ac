package lambdadropresp

import (
	"go/ast"
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that logs the error of r and returns nil, nil where none is certain to
// be right.
func (c checker) edit(r *lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(r.Stmt)
	if e == nil || c.tellsTooMuch(r) {
		return nil
	}
	response, err := c.Sig.Results().At(0).Name(), c.Sig.Results().At(1).Name()
	switch {
	case r.ErrExpr != nil:
		err = e.Source(r.ErrExpr)
		e.Replace(r.ErrExpr, "nil")
	case len(r.Stmt.Results) == 0 && response != "_" && err != "_":
		e.Replace(r.Stmt, "return "+response+", nil")
	default:
		return nil
	}
	switch {
	case c.mentionedBefore(r, err):
	case strings.Contains(err, "\n"):
		e.Insert(r.Stmt.Pos(), e.Log(err)+e.Indent("\n", r.Stmt.Pos()))
	default:
		e.InsertBefore(r.Stmt, e.Log(err))
	}
	return e.Editor
}

// mentionedBefore reports whether the statement before r is a call that is given the variable err.
func (c checker) mentionedBefore(r *lambdaresp.Return, err string) bool {
	prev, ok := r.Cursor.PrevSibling()
	if !ok {
		return false
	}
	stmt, ok := prev.Node().(*ast.ExprStmt)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == err
		return !found
	})
	return found
}
