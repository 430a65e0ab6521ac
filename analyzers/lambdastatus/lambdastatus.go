package lambdastatus

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdastatus",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

func run(pass *rule.Pass) {
	c := checker{pass: pass, flow: pass.Flow}
	for _, fn := range c.pass.Responses.Responders("statusCode", "headers", "multiValueHeaders") {
		for cur := range fn.Func.Preorder((*ast.CompositeLit)(nil)) {
			r, ok := c.response(cur, fn)
			if ok && c.answers(fn, cur) {
				r.check()
			}
		}
	}
}

type checker struct {
	pass *rule.Pass
	flow *errflow.Package
}

// A response is a literal of a response.
type response struct {
	checker
	source handler.Source
	cur    inspector.Cursor
	lit    *ast.CompositeLit
	typ    *types.Struct
}

// response returns the literal at cur, false if it is no response whose fields have names.
func (c checker) response(cur inspector.Cursor, fn lambdaresp.Responder) (*response, bool) {
	r := &response{checker: c, source: fn.Source, cur: cur, lit: cur.Node().(*ast.CompositeLit)}
	t := c.pass.TypesInfo.TypeOf(r.lit)
	if !handler.IsHTTPResponse(t) {
		return nil, false
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	r.typ = s
	for _, elt := range r.lit.Elts {
		if _, ok := elt.(*ast.KeyValueExpr); !ok {
			return nil, false
		}
	}
	return r, true
}

// check reports what r lacks.
func (r *response) check() {
	status := r.field("statusCode")
	switch {
	case status == nil && r.isSent("statusCode") && !r.pass.Responses.Altered(r.cur, "statusCode"):
		local := ""
		if r.source != handler.URL && r.source != handler.ALB {
			local = " (SAM and LocalStack answer 200)"
		}
		r.report(fmt.Sprintf("StatusCode 0: %s answers %d%s", r.source.Caller(), r.source.ErrorStatus(), local), "answer 500", r.addStatus)
	case status != nil && r.pass.Handlers.Options.Status200 && r.isSuccess(status) && r.showsError():
		r.report("the status says that the request succeeded, but the body shows the text of an error", "", nil)
	}
	if r.source == handler.ALB && len(r.lit.Elts) > 0 && r.field("headers") == nil && r.field("multiValueHeaders") == nil &&
		r.isSent("headers") && !r.pass.Responses.Altered(r.cur, "headers", "multiValueHeaders") {
		r.report(`"headers":null: the load balancer answers 502`, "add headers", r.addHeaders)
	}
}

func (r *response) report(message, fix string, edit func() *fix.Editor) {
	r.pass.Report(rule.Finding{Range: r.lit, Message: message, Fix: fix, Edit: edit})
}

// field returns the element of the literal for the field that is called name in JSON.
func (r *response) field(name string) *ast.KeyValueExpr {
	field := handler.ResponseField(r.typ, name)
	for _, elt := range r.lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && field != nil && r.pass.TypesInfo.Uses[kv.Key.(*ast.Ident)] == field {
			return kv
		}
	}
	return nil
}

// isSent reports whether the field that is called name in JSON is sent when it is empty.
func (r *response) isSent(name string) bool {
	field := handler.ResponseField(r.typ, name)
	for i := range r.typ.NumFields() {
		if r.typ.Field(i) == field {
			_, options, _ := strings.Cut(reflect.StructTag(r.typ.Tag(i)).Get("json"), ",")
			return !strings.Contains(options, "omit")
		}
	}
	return false
}

// isSuccess reports whether status is a constant that says that the request succeeded.
func (r *response) isSuccess(status *ast.KeyValueExpr) bool {
	value := r.pass.TypesInfo.Types[status.Value].Value
	if value == nil {
		return false
	}
	n, ok := constant.Int64Val(constant.ToInt(value))
	return ok && 200 <= n && n < 300
}

// showsError reports whether the body holds the text of an error.
func (r *response) showsError() bool {
	body := r.field("body")
	if body == nil {
		return false
	}
	value := r.pass.Responses.FieldValue(body)
	return value != nil && len(r.pass.Asked.TextOf(value)) > 0
}
