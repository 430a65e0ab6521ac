package lambdastatus

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdastatus",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.status200"},
})

func run(pass *rule.Pass) {
	for _, fn := range pass.Responses.Responders("statusCode", "headers", "multiValueHeaders") {
		for lit := range pass.Responses.Literals(fn.Func) {
			// have: a literal whose fields have names, which is returned with a nil error
			if !lit.Named() {
				continue
			}
			r := &response{Literal: lit, Pass: pass, fn: fn}
			if r.isReturned() {
				r.check()
			}
		}
	}
}

// A response is a literal of a response that fn makes.
type response struct {
	*lambdaresp.Literal
	*rule.Pass
	fn lambdaresp.Responder
}

// check reports what r lacks.
func (r *response) check() {
	source := r.fn.Source
	switch {
	case r.lacks("statusCode"):
		local := ""
		if source != handler.URL && source != handler.ALB {
			local = " (SAM and LocalStack: 200)"
		}
		r.report(fmt.Sprintf("response has no StatusCode, so %s returns %d%s; set one", source.Caller(), source.ErrorStatus(), local), "set StatusCode to 500", r.addStatus)
	case r.Handlers.Options.Status200 && 200 <= r.Status() && r.Status() < 300 && r.showsError():
		r.report(fmt.Sprintf("status %d says that the request succeeded, but the body shows the text of an error; set the status of an error", r.Status()), "", nil)
	}
	if source == handler.ALB && len(r.Elts) > 0 && r.lacks("headers", "multiValueHeaders") {
		r.report("response has no headers, so the load balancer returns 502; set Headers, even to an empty map", "set Headers", r.addHeaders)
	}
}

func (r *response) report(message, fix string, edit func() *fix.Editor) {
	r.Report(rule.Finding{Range: r.CompositeLit, Message: message, Fix: fix, Edit: edit})
}

// lacks reports whether none of the fields is ever set, of which the first is sent even so.
func (r *response) lacks(fields ...string) bool {
	return !slices.ContainsFunc(fields, func(name string) bool { return r.Field(name) != nil }) &&
		r.isSent(fields[0]) && !r.Responses.Altered(r.Cursor, fields...)
}

// isSent reports whether the field that is called name in JSON is sent when it is empty.
func (r *response) isSent(name string) bool {
	field := handler.ResponseField(r.Struct, name)
	for i := range r.Struct.NumFields() {
		if r.Struct.Field(i) == field {
			_, options, _ := strings.Cut(reflect.StructTag(r.Struct.Tag(i)).Get("json"), ",")
			return !strings.Contains(options, "omit")
		}
	}
	return false
}

// showsError reports whether the body holds the text of an error.
func (r *response) showsError() bool {
	body := r.Field("body")
	if body == nil {
		return false
	}
	value := r.Responses.FieldValue(body)
	return value != nil && len(r.Asked.TextOf(value)) > 0
}
