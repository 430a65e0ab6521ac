package lambdabody

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdabody",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.fields", "lambda.types", "lambda.logger"},
})

func run(pass *rule.Pass) {
	var kit *lambdafix.Kit
	served(pass)
	for _, fn := range pass.Responses.Responders(headers...) {
		if kit == nil {
			kit = lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses)
		}
		inText := sync.OnceValue(func() bool { return repliesInText(pass, fn) })
		for cur := range fn.Func.Preorder((*ast.CompositeLit)(nil)) {
			if r := newResponse(pass, cur, fn); r != nil && r.isFault() {
				r.usual = r.contentType == none && !r.tellsTooMuch() && inText()
				pass.Report(rule.Finding{
					Range:    r.body.Value,
					Message:  r.message(),
					Severity: r.severity(),
					Fix:      "make the body a JSON error",
					Edit:     func() *fix.Editor { return r.edit(kit) },
				})
			}
		}
	}
}

// headers are the fields that a Content-Type stands in.
var headers = []string{"headers", "multiValueHeaders"}

// A response is a literal that a client gets, with a body of text.
type response struct {
	*lambdaresp.Literal
	pass *rule.Pass
	fn   lambdaresp.Responder

	body        *ast.KeyValueExpr
	contentType contentType
	errs        []ssa.Value // whose texts the body holds
	usual       bool        // all that the client gets is plain text
}

// newResponse returns the response that the literal at cur is, nil if it is none, or has no body of text.
func newResponse(pass *rule.Pass, cur inspector.Cursor, fn lambdaresp.Responder) *response {
	// have: a literal of a response
	lit := pass.Responses.Literal(cur)
	if lit == nil {
		return nil
	}
	// have: a body that is no JSON
	r := &response{Literal: lit, pass: pass, fn: fn, body: lit.Field("body")}
	if r.body == nil || r.isEncoded() {
		return nil
	}
	// have: a response that the client gets; lambdadropresp says what becomes of those beside an error
	if (fn.Unseen || pass.Handlers.Of(fn.Func.Node()) != nil) && pass.Responses.Dropped(fn.Func, r.body) {
		return nil
	}
	value := pass.Responses.FieldValue(r.body)
	if value == nil {
		return nil
	}
	r.errs = append(pass.Asked.TextOf(value), pass.Responses.ErrorsIn(value)...)
	if pass.Responses.Form(value) != lambdaresp.Text && !(len(r.errs) > 0 && (r.Failed() || r.isForErrors()) && pass.Responses.IsErrorText(value)) {
		return nil
	}
	// have: no Content-Type that says so
	r.contentType = r.findContentType()
	if r.contentType == other || pass.Responses.Altered(cur, headers...) {
		return nil
	}
	return r
}

// isEncoded reports whether the body may be in base64.
func (r *response) isEncoded() bool {
	if r.Field("isBase64Encoded") == nil {
		return false
	}
	value := r.Constant("isBase64Encoded")
	return value == nil || constant.BoolVal(value)
}

// isForErrors reports whether fn makes the response of an error that others pass, with the status that they pass.
func (r *response) isForErrors() bool {
	return r.fn.Unseen && !slices.ContainsFunc(r.errs, func(err ssa.Value) bool {
		_, given := err.(*ssa.Parameter)
		return !given
	})
}

// isFault reports whether the body is one of an error. What others make of the responses that they
// call for is not known, but for that they show them.
func (r *response) isFault() bool {
	return len(r.errs) > 0 || r.Failed() && !r.fn.Unseen
}

// severity returns info for a text that is labelled as one, or as bytes, or that is what clients expect, and else that of
// the rule.
func (r *response) severity() lint.Severity {
	if r.usual {
		return lint.SeverityInfo
	}
	if r.fn.Source == handler.REST || r.fn.Source == handler.Proxy || r.contentType == isJSON || r.tellsTooMuch() {
		return lint.SeverityNone
	}
	return lint.SeverityInfo
}

// tellsTooMuch reports whether the body holds the text of an error that the client should not see.
func (r *response) tellsTooMuch() bool { return r.pass.Responses.TellsTooMuch(r.Status(), r.errs) }

func (r *response) message() string {
	if r.tellsTooMuch() {
		text := "error body shows the client the text of " + errName(r.pass, r.body.Value)
		if o := r.pass.Responses.TextOrigins(r.errs...); o.AWS() {
			text += ", which can come from " + o.String()
			if r.pass.Flow.AsksUser(o) {
				return text + "; " + onlyWrong
			}
		}
		if r.isLogged() {
			return text + "; return a fixed message"
		}
		return text + "; log it and return a fixed message"
	}
	switch label := r.label(); {
	case r.contentType == isJSON:
		return "error body is plain text, but its Content-Type is application/json; return JSON"
	case r.usual && label != "text/plain":
		return "error body is plain text, as all bodies here, but has no Content-Type; set text/plain"
	case label == "application/json":
		return "error body is plain text, but " + r.fn.Source.Caller() + " labels it application/json; return a JSON body"
	case label != "":
		return "error body is plain text, which " + r.fn.Source.Caller() + " labels " + label + "; return a JSON body"
	}
	return "error body is plain text; return a JSON body"
}

// isLogged reports whether the errors in the body are logged as it is.
func (r *response) isLogged() bool {
	return r.pass.Flow.Logged(r.errs, r.pass.Responses.FieldBlock(r.body))
}

// label returns the Content-Type that the caller gives a body without one, "" if that is not known.
func (r *response) label() string {
	switch r.fn.Source {
	case handler.REST:
		return "application/json"
	case handler.HTTP:
		return "text/plain"
	case handler.ALB:
		return "application/octet-stream"
	}
	return ""
}

// errName returns the name of the error in the text.
func errName(pass *rule.Pass, text ast.Node) string {
	if vars := errVars(pass, text); len(vars) == 1 {
		return vars[0].Name()
	}
	return "an error"
}

// errVars returns the variables of errors in the text.
func errVars(pass *rule.Pass, text ast.Node) []*types.Var {
	var vars []*types.Var
	ast.Inspect(text, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := pass.TypesInfo.Uses[id].(*types.Var); ok && awssdk.IsErrorType(v.Type()) && !slices.Contains(vars, v) {
				vars = append(vars, v)
			}
		}
		return true
	})
	return vars
}
