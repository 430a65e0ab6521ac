package lambdadropresp

import (
	"go/ast"
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
	if e == nil || c.inLoop(r) && c.Source.IsBatch() || c.tellsTooMuch(r) || !c.Source.IsBatch() && c.maySucceed(r) {
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
	if lambdafix.Mentions(r.Cursor, err) {
		return e.Editor
	}
	logs := e.LogMade(r.ErrExpr, err)
	_, isName := ast.Unparen(r.ErrExpr).(*ast.Ident)
	switch {
	case r.ErrNonNil:
	case isName, r.ErrExpr == nil:
		logs = "if " + err + " != nil {\n\t" + logs + "\n}"
	default:
		logs = "if err := " + err + "; err != nil {\n\t" + e.Log("err") + "\n}"
	}
	if strings.Contains(err, "\n") {
		e.Insert(r.Stmt.Pos(), logs+e.Indent("\n", r.Stmt.Pos()))
	} else {
		e.InsertBefore(r.Stmt, logs)
	}
	return e.Editor
}

// maySucceed reports whether the response of r needs another status, or another package chooses it.
func (c checker) maySucceed(r *lambdaresp.Return) bool {
	outcome := c.pass.Responses.Outcome(r)
	return needsStatus(outcome) || outcome == lambdaresp.Unknown && c.pass.Responses.IsFromElsewhere(r.Value)
}

// needsStatus reports whether a response has no status, or one that says that all has worked.
func needsStatus(outcome lambdaresp.Outcome) bool {
	return outcome == lambdaresp.Success || outcome == lambdaresp.Unset
}
