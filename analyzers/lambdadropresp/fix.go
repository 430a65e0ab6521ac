package lambdadropresp

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that logs the error of r and returns nil, nil where none is certain to be right:
//
//	return response{StatusCode: 404}, err => log.Print(err); return response{StatusCode: 404}, nil
func (c checker) edit(r *lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(r.Stmt)
	if e == nil || c.inLoop(r) && c.Source.IsBatch() || c.tellsTooMuch(r) || !c.Source.IsBatch() && c.pass.Responses.Succeeds(r) {
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
	logs := c.logs(e, r, err)
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

// logs returns the statement that logs err, the error of r, or the text or format of which it is made.
func (c checker) logs(e *lambdafix.Editor, r *lambdaresp.Return, err string) string {
	call, ok := ast.Unparen(r.ErrExpr).(*ast.CallExpr)
	if !ok {
		return e.Log(err)
	}
	var logs string
	switch fn := typeutil.StaticCallee(c.pass.TypesInfo, call); {
	case fn != nil && fn.FullName() == "errors.New":
		logs = e.LogText(e.Source(call.Args[0]), err)
	case fn != nil && fn.FullName() == "fmt.Errorf" && !call.Ellipsis.IsValid():
		format := strings.ReplaceAll(e.Source(call.Args[0]), "%w", "%v")
		logs = e.LogFormat(format+e.Text(call.Args[0].End(), call.Args[len(call.Args)-1].End()), err)
	default:
		return e.Log(err)
	}
	if !strings.Contains(logs, err) {
		var kept []ast.Node
		for _, arg := range call.Args {
			kept = append(kept, arg)
		}
		e.Removes(call, kept...)
	}
	return logs
}
