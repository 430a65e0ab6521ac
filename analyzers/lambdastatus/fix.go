package lambdastatus

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// addStatus returns the editor of the fix that says 500 where an error has been found:
//
//	return response{}, nil => return response{StatusCode: http.StatusInternalServerError}, nil
func (r *response) addStatus() *fix.Editor {
	field := handler.ResponseField(r.Struct, "statusCode")
	fn := fix.FunctionOf(r.TypesInfo, r.Cursor)
	if fn == nil || !fn.Failed(r.Cursor) || r.tellsTooMuch() || !isInt(field.Type()) {
		return nil
	}
	e := r.Fixes.Editor(r.Pos())
	if e == nil {
		return nil
	}
	r.add(e, field.Name(), e.Import("net/http", "http", r.Pos())+".StatusInternalServerError")
	return e
}

func isInt(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// addHeaders returns the editor of the fix that adds headers, the Content-Type where the body is JSON:
//
//	response{StatusCode: 204} => response{Headers: map[string]string{}, StatusCode: 204}
func (r *response) addHeaders() *fix.Editor {
	field := handler.ResponseField(r.Struct, "headers")
	e := r.Fixes.Editor(r.Pos())
	if e == nil || r.tellsTooMuch() || types.TypeString(field.Type(), nil) != "map[string]string" {
		return nil
	}
	headers := "map[string]string{}"
	if body := r.Field("body"); body != nil {
		value := r.Responses.FieldValue(body)
		switch {
		case value != nil && r.Responses.Form(value) == lambdaresp.JSON:
			headers = `map[string]string{"Content-Type": "application/json"}`
		case r.Failed() || r.showsError():
			return nil // a fix that makes JSON of an error body adds headers with it
		}
	}
	r.add(e, field.Name(), headers)
	return e
}

// tellsTooMuch reports whether the body may hold the text of an error of AWS, which the client has not
// seen as long as the response is invalid.
func (r *response) tellsTooMuch() bool {
	body := r.Field("body")
	if body == nil || r.Constant("body") != nil {
		return false
	}
	value := r.Responses.FieldValue(body)
	if value == nil {
		return true
	}
	if errs := r.Asked.TextOf(value); len(errs) > 0 {
		o := r.Responses.TextOrigins(errs...)
		return o.AWS() || o.Unknown
	}
	fn := fix.FunctionOf(r.TypesInfo, r.Cursor)
	return fn == nil || fn.Failed(r.Cursor)
}

// add adds a field to the literal, headers before the body and others first. A literal of one line gets more
// where that would be too long.
func (r *response) add(e *fix.Editor, name, value string) {
	if len(r.Elts) == 0 {
		e.Insert(r.Lbrace+1, name+": "+value)
		return
	}
	next := r.Elts[0].(*ast.KeyValueExpr)
	if body := r.Field("body"); body != nil && handler.ResponseField(r.Struct, "headers").Name() == name {
		next = body
	}
	var fields []lambdafix.Field
	for _, elt := range r.Elts {
		kv := elt.(*ast.KeyValueExpr)
		if kv == next {
			fields = append(fields, lambdafix.Field{Name: name, Value: value})
		}
		fields = append(fields, lambdafix.Field{Name: e.Source(kv.Key), Value: e.Source(kv.Value)})
	}
	file := r.Fset.File(r.Lbrace)
	if !lambdafix.Spread(e, file, r.CompositeLit, fields) {
		lambdafix.AddField(e, file, r.CompositeLit, next, name, value)
	}
}
