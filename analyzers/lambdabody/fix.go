package lambdabody

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
)

// edit returns the editor of the fix that makes a JSON object of the body, nil where none is certain to be right:
//
//	StatusCode: 404, Body: "no such order" => StatusCode: 404, Headers: ..., Body: `{"isError":true,"type":"ClientException","message":"no such order"}`
//	StatusCode: 400, Body: err.Error()     => StatusCode: 400, Headers: ..., Body: errorBody(400, err.Error())
//	StatusCode: 500, Body: err.Error()     => StatusCode: 500, Headers: ..., Body: `{...,"message":"Internal Server Error"}`, after a line that logs err
func (r *response) edit(kit *lambdafix.Kit) *fix.Editor {
	e := kit.Editor(r.body)
	status := r.Field("statusCode")
	if e == nil || status == nil || !fix.Repeatable(r.pass.TypesInfo, status.Value) || !types.Identical(r.pass.TypesInfo.TypeOf(status.Value), types.Typ[types.Int]) || !r.isMessage(r.body.Value) {
		return nil
	}
	if !r.Failed() || r.usual {
		return nil // not of a success, and not among texts
	}
	if r.tellsTooMuch() && r.pass.Flow.AsksUser(r.pass.Responses.TextOrigins(r.errs...)) {
		return nil // nothing else tells the user
	}
	if r.callOwn(e, e.Source(status.Value)) {
		return e.Editor
	}
	code := r.Status()
	message := r.constant(r.body.Value)
	constant := code != 0 && message != "" && isLiteral(r.body.Value)
	if r.tellsTooMuch() {
		r.log(e)
		message = httpstatus.Text(code)
		constant = message != ""
		e.Removes(r.body.Value)
	}
	body := r.ownBody(e, e.Source(status.Value))
	switch {
	case body != "":
	case constant:
		body = fix.Quote(kit.Body(code, message))
	case r.tellsTooMuch():
		text := e.Import("net/http", "http", r.body.Pos()) + ".StatusText(" + e.Source(status.Value) + ")"
		body = e.ErrorBody() + "(" + e.Source(status.Value) + ", " + text + ")"
	default:
		body = e.ErrorBody() + "(" + e.Source(status.Value) + ", " + e.Source(r.body.Value) + ")"
	}
	r.rewrite(e, body)
	return e.Editor
}

// isLiteral reports whether e is put together from literals alone.
func isLiteral(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.BinaryExpr:
		return isLiteral(e.X) && isLiteral(e.Y)
	}
	return false
}

// isMessage reports whether e makes a text at its place: it is constant, a concatenation, the text of an error, or
// made by package fmt.
func (r *response) isMessage(e ast.Expr) bool {
	if r.constant(e) != "" {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return true
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(r.pass.TypesInfo, e).(*types.Func)
		switch {
		case !ok:
		case fn.Pkg() == nil: // of the universe
			return fn.Name() == "Error"
		case fn.Signature().Recv() != nil:
			return fn.Name() == "Error" && awssdk.IsErrorType(fn.Signature().Recv().Type())
		default:
			return fn.Pkg().Path() == "fmt" || fn.Pkg().Path() == "net/http" && fn.Name() == "StatusText"
		}
	}
	return false
}

// log logs the error in the body, unless that is done.
func (r *response) log(e *lambdafix.Editor) {
	stmt, ok := fix.StatementOf(r.Cursor)
	what := r.loggedError(e)
	switch {
	case !ok || what == "" || strings.Contains(what, "\n"):
		e.Refuse()
	case !r.isLogged() && !lambdafix.Mentions(stmt, what):
		e.InsertBefore(stmt.Node(), e.Log(what))
	}
}

// loggedError returns the expression of the error whose text the body is, or of the variable in it, "" if
// there is not just one.
func (r *response) loggedError(e *lambdafix.Editor) string {
	if call, ok := ast.Unparen(r.body.Value).(*ast.CallExpr); ok {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && len(call.Args) == 0 {
			return e.Source(sel.X)
		}
	}
	if vars := errVars(r.pass, r.body.Value); len(vars) == 1 {
		return vars[0].Name()
	}
	return ""
}
