package lambdabody

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdabody",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

func run(pass *rule.Pass) {
	responders := pass.Responses.Responders(headers...)
	if len(responders) == 0 {
		return
	}
	c := checker{pass: pass, kit: lambdafix.New(pass.Fixes, pass.Handlers)}
	for _, fn := range responders {
		for cur := range fn.Func.Preorder((*ast.CompositeLit)(nil)) {
			if r := c.response(cur, fn.Source); r != nil && r.isFault() {
				pass.Report(rule.Finding{Range: r.body.Value, Message: r.message(), Fix: "make the body a JSON error", Edit: r.edit})
			}
		}
	}
}

// headers are the fields that a Content-Type stands in.
var headers = []string{"headers", "multiValueHeaders"}

type checker struct {
	pass *rule.Pass
	kit  *lambdafix.Kit
}

// A response is a literal that a client gets, with a body of text.
type response struct {
	checker
	source handler.Source
	cur    inspector.Cursor
	lit    *ast.CompositeLit
	typ    *types.Struct

	body        *ast.KeyValueExpr
	contentType contentType
	errs        []ssa.Value // whose texts the body holds
}

// response returns the response that the literal at cur is, nil if it is none, or has no body
// of text.
func (c checker) response(cur inspector.Cursor, source handler.Source) *response {
	r := &response{checker: c, source: source, cur: cur, lit: cur.Node().(*ast.CompositeLit)}
	t := c.pass.TypesInfo.TypeOf(r.lit)
	if !handler.IsHTTPResponse(t) {
		return nil
	}
	r.typ, _ = t.Underlying().(*types.Struct)
	if r.typ == nil {
		return nil
	}
	r.body = r.field("body")
	if r.body == nil {
		return nil
	}
	value := c.pass.Responses.FieldValue(r.body)
	if value == nil || c.pass.Responses.Form(value) != lambdaresp.Text || r.isEncoded() {
		return nil
	}
	r.contentType = r.findContentType()
	if r.contentType == other || c.pass.Responses.Altered(cur, headers...) {
		return nil
	}
	r.errs = c.pass.Asked.TextOf(value)
	return r
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

// isEncoded reports whether the body may be in base64.
func (r *response) isEncoded() bool {
	kv := r.field("isBase64Encoded")
	if kv == nil {
		return false
	}
	value := r.pass.TypesInfo.Types[kv.Value].Value
	return value == nil || constant.BoolVal(value)
}

// status returns the status of the response, 0 if it is not constant.
func (r *response) status() int {
	kv := r.field("statusCode")
	if kv == nil {
		return 0
	}
	if value := r.pass.TypesInfo.Types[kv.Value].Value; value != nil {
		n, _ := constant.Int64Val(constant.ToInt(value))
		return int(n)
	}
	return 0
}

// isFault reports whether the body is one of an error.
func (r *response) isFault() bool {
	if r.status() < httpstatus.BadRequest && len(r.errs) == 0 {
		return false
	}
	return r.pass.Handlers.Options.Text || r.source == handler.REST || r.source == handler.Proxy || r.contentType == isJSON || r.tellsTooMuch()
}

// tellsTooMuch reports whether the body holds the text of an error that the client should not see.
func (r *response) tellsTooMuch() bool {
	return len(r.errs) > 0 && (r.status() >= httpstatus.InternalServerError || r.pass.Flow.Origins(r.errs...).AWS())
}

func (r *response) message() string {
	text := "the error body is not JSON"
	switch {
	case r.contentType == isJSON:
		text += ", as its Content-Type says"
	case r.source == handler.REST || r.source == handler.Proxy:
		text += " (API Gateway labels it application/json)"
	case r.source == handler.HTTP:
		text += " (API Gateway labels it text/plain)"
	case r.source == handler.ALB:
		text += " (the load balancer labels it application/octet-stream)"
	}
	if r.tellsTooMuch() {
		text += " and shows " + r.errName() + "'s text to the client"
	}
	return text
}

// errName returns the name of the error in the body.
func (r *response) errName() string {
	name := "the error"
	ast.Inspect(r.body.Value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := r.pass.TypesInfo.Uses[id].(*types.Var); ok && awssdk.IsErrorType(v.Type()) {
				name = v.Name()
			}
		}
		return true
	})
	return name
}
