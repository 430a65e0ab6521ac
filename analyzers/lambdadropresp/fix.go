package lambdadropresp

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that logs the error of r and returns nil, nil where none is certain to be right:
//
//	return response{StatusCode: 404}, err => log.Print(err); return response{StatusCode: 404}, nil
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
	case lambdafix.Mentions(r.Cursor, err):
	case strings.Contains(err, "\n"):
		e.Insert(r.Stmt.Pos(), e.Log(err)+e.Indent("\n", r.Stmt.Pos()))
	default:
		e.InsertBefore(r.Stmt, e.Log(err))
	}
	return e.Editor
}
