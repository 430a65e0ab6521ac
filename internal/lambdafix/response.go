package lambdafix

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func (k *Kit) newErrorResponse(t types.Type) *fix.Helper {
	return &fix.Helper{
		Name:    "errorResponse",
		Sig:     signature([]types.Type{errorType}, t),
		Does:    keepsToItself,
		Declare: func(d *fix.Declaration) string { return k.errorResponseText(d, t) },
	}
}

func (k *Kit) errorResponseText(d *fix.Declaration, t types.Type) string {
	body := d.Call(k.errorBody)
	http := d.Import("net/http", "http")
	fields, _ := fieldsOf(t)
	result := d.Type(t)
	literal := result
	if ptr, ok := strings.CutPrefix(result, "*"); ok {
		literal = "&" + ptr
	}
	var b strings.Builder
	if k.opts.HideStatus {
		b.WriteString("// " + d.Name + " logs err and returns a response that tells the client no more\n" +
			"// than that the server failed.\n" +
			"func " + d.Name + "(err error) " + result + " {\n" +
			"const status = " + http + ".StatusInternalServerError\n")
	} else {
		b.WriteString("// " + d.Name + " logs err and returns a response that tells the client no more\n" +
			"// than the HTTP status: that of the failed call to an AWS service, if err comes\n" +
			"// from one, and 500 otherwise.\n" +
			"func " + d.Name + "(err error) " + result + " {\n" +
			"status := " + http + ".StatusInternalServerError\n" +
			statusOf(d, http))
	}
	b.WriteString(k.declaredLog(d) + "\n")
	b.WriteString("return " + literal + "{\n" +
		fields.status + ": status,\n" +
		fields.headers + `: map[string]string{"Content-Type": "application/json"},` + "\n" +
		fields.body + ": " + body + "(status, " + http + ".StatusText(status)),\n}\n}\n")
	return b.String()
}

// responseFields are the names of the fields of a response type.
type responseFields struct{ status, headers, body string }

// fieldsOf returns the fields of the response type t, false if it has not the types that responses
// of aws-lambda-go have.
func fieldsOf(t types.Type) (responseFields, bool) {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if _, ok := types.Unalias(t).(*types.Named); !ok {
		return responseFields{}, false
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return responseFields{}, false
	}
	status, headers, body := handler.ResponseField(s, "statusCode"), handler.ResponseField(s, "headers"), handler.ResponseField(s, "body")
	for field, want := range map[*types.Var]types.Type{status: types.Typ[types.Int], headers: headersType, body: types.Typ[types.String]} {
		if field == nil || !types.Identical(field.Type(), want) {
			return responseFields{}, false
		}
	}
	return responseFields{status.Name(), headers.Name(), body.Name()}, true
}

var headersType = types.NewMap(types.Typ[types.String], types.Typ[types.String])

// statusOf returns statements that take the status of an error of AWS: 0 means that there was no answer.
func statusOf(d *fix.Declaration, http string) string {
	errors := d.Import("errors", "errors")
	if d.AtLeast("go1.26") {
		return "if r, ok := " + errors + ".AsType[interface {\nerror\nHTTPStatusCode() int\n}](err); ok && r.HTTPStatusCode() >= " + http + ".StatusBadRequest {\n" +
			"status = r.HTTPStatusCode()\n}\n"
	}
	return "var r interface{ HTTPStatusCode() int }\n" +
		"if " + errors + ".As(err, &r) && r.HTTPStatusCode() >= " + http + ".StatusBadRequest {\n" +
		"status = r.HTTPStatusCode()\n}\n"
}

// keepsToItself reports whether the function fn, which makes a response of an error, does not
// show the client the error's text: it logs the error and asks what it is, and that is all.
func keepsToItself(info *types.Info, fn *ast.FuncDecl) bool {
	var param types.Object
	for _, field := range fn.Type.Params.List {
		for _, name := range field.Names {
			if awssdk.IsError(info.TypeOf(field.Type)) {
				param = info.Defs[name]
			}
		}
	}
	if param == nil {
		return true
	}
	harmless := make(map[*ast.Ident]bool)
	tells := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Error" || sel.Sel.Name == "ErrorMessage") {
			tells = tells || info.Selections[sel] != nil // a method
		}
		if call, ok := n.(*ast.CallExpr); ok && asksOrLogs(info, call) {
			for _, arg := range call.Args {
				if id, ok := ast.Unparen(arg).(*ast.Ident); ok {
					harmless[id] = true
				}
			}
		}
		return true
	})
	for id, obj := range info.Uses {
		tells = tells || obj == param && !harmless[id]
	}
	return !tells
}

func asksOrLogs(info *types.Info, call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	return path == "errors" && fn.Name() != "Join" && fn.Name() != "Unwrap" || knowledge.IsStdLog(path)
}
