package lambdastatus

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// addStatus returns the editor of the fix that says 500 where an error has been found.
func (r *response) addStatus() *fix.Editor {
	field := handler.ResponseField(r.typ, "statusCode")
	fn := fix.FunctionOf(r.pass.TypesInfo, r.cur)
	if fn == nil || !fn.Failed(r.cur) || r.tellsTooMuch() || !isInt(field.Type()) {
		return nil
	}
	e := r.pass.Fixes.Editor(r.lit.Pos())
	if e == nil {
		return nil
	}
	r.add(e, field.Name(), e.Import("net/http", "http", r.lit.Pos())+".StatusInternalServerError")
	return e
}

func isInt(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// addHeaders returns the editor of the fix that adds headers: the Content-Type where the body is JSON.
func (r *response) addHeaders() *fix.Editor {
	field := handler.ResponseField(r.typ, "headers")
	e := r.pass.Fixes.Editor(r.lit.Pos())
	if e == nil || r.tellsTooMuch() || types.TypeString(field.Type(), nil) != "map[string]string" {
		return nil
	}
	headers := "map[string]string{}"
	if body := r.field("body"); body != nil {
		if value := r.pass.Responses.FieldValue(body); value != nil && r.pass.Responses.Form(value) == lambdaresp.JSON {
			headers = `map[string]string{"Content-Type": "application/json"}`
		}
	}
	r.add(e, field.Name(), headers)
	return e
}

// tellsTooMuch reports whether the body may hold the text of an error of AWS, which the client has not
// seen as long as the response is invalid.
func (r *response) tellsTooMuch() bool {
	body := r.field("body")
	if body == nil || r.pass.TypesInfo.Types[body.Value].Value != nil {
		return false
	}
	value := r.pass.Responses.FieldValue(body)
	if value == nil {
		return true
	}
	if errs := r.pass.Asked.TextOf(value); len(errs) > 0 {
		return r.flow.Origins(errs...).AWS()
	}
	fn := fix.FunctionOf(r.pass.TypesInfo, r.cur)
	return fn == nil || fn.Failed(r.cur)
}

// add adds a field to the literal, before the others and in line with them.
func (r *response) add(e *fix.Editor, name, value string) {
	if len(r.lit.Elts) == 0 {
		e.Insert(r.lit.Lbrace+1, name+": "+value)
		return
	}
	first := r.lit.Elts[0].(*ast.KeyValueExpr)
	file := r.pass.Fset.File(r.lit.Lbrace)
	if file.Line(r.lit.Lbrace) == file.Line(first.Pos()) {
		e.Insert(first.Pos(), name+": "+value+", ")
		return
	}
	width := max(int(first.Value.Pos()-first.Pos()), len(name)+2)
	e.Insert(first.Pos(), name+":"+strings.Repeat(" ", width-len(name)-1)+value+","+e.Indent("\n", first.Pos()))
}
