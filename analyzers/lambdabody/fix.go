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
	code := r.Status()
	message := r.constant(r.body.Value)
	constant := code != 0 && message != "" && isLiteral(r.body.Value)
	if r.tellsTooMuch() {
		r.log(e)
		message = httpstatus.Text(code)
		constant = message != ""
	}
	switch {
	case constant:
		e.Replace(r.body.Value, fix.Quote(kit.Body(code, message)))
	case r.tellsTooMuch():
		text := e.Import("net/http", "http", r.body.Pos()) + ".StatusText(" + e.Source(status.Value) + ")"
		e.Replace(r.body.Value, e.ErrorBody()+"("+e.Source(status.Value)+", "+text+")")
	default:
		e.Insert(r.body.Value.Pos(), e.ErrorBody()+"("+e.Source(status.Value)+", ")
		e.Insert(r.body.Value.End(), ")")
	}
	r.addContentType(e)
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

// log logs what the body would have said, unless the statement before does.
func (r *response) log(e *lambdafix.Editor) {
	stmt, ok := fix.StatementOf(r.Cursor)
	if !ok {
		e.Refuse()
		return
	}
	what := e.Source(r.body.Value)
	if call, ok := ast.Unparen(r.body.Value).(*ast.CallExpr); ok {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && len(call.Args) == 0 {
			what = e.Source(sel.X)
			if lambdafix.Mentions(stmt, what) {
				return
			}
		}
	}
	if strings.Contains(what, "\n") {
		e.Refuse()
		return
	}
	e.InsertBefore(stmt.Node(), e.Log(what))
}

const jsonType = `"Content-Type": "application/json"`

// addContentType adds the Content-Type where the literal says none and has no other headers than ones it
// holds itself.
func (r *response) addContentType(e *lambdafix.Editor) {
	if r.contentType != none || r.Field("multiValueHeaders") != nil {
		return
	}
	headers := r.headersField()
	if headers == "" {
		return
	}
	file := r.pass.Fset.File(r.Lbrace)
	kv := r.Field("headers")
	if kv == nil {
		lambdafix.AddField(e.Editor, file, r.CompositeLit, r.body, headers, "map[string]string{"+jsonType+"}")
		return
	}
	m, ok := ast.Unparen(kv.Value).(*ast.CompositeLit)
	switch {
	case r.pass.TypesInfo.Types[kv.Value].IsNil():
		e.Replace(kv.Value, "map[string]string{"+jsonType+"}")
	case !ok: // a variable, of which there may be other uses
	case len(m.Elts) == 0:
		e.Insert(m.Lbrace+1, jsonType)
	default:
		e.Insert(m.Elts[0].Pos(), jsonType+lambdafix.Separator(e.Editor, file, m.Lbrace, m.Elts[0]))
	}
}

// headersField returns the name of the field for headers, "" if there is none of the usual type.
func (r *response) headersField() string {
	for field := range r.Struct.Fields() {
		if m, ok := field.Type().Underlying().(*types.Map); ok && types.Identical(m.Elem(), types.Typ[types.String]) && strings.EqualFold(field.Name(), "headers") {
			return field.Name()
		}
	}
	return ""
}
