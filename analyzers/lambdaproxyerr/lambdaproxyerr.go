package lambdaproxyerr

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdaproxyerr",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Requires: []*analysis.Analyzer{exitAnalyzer},
	Fixes:    true,
	Options:  []string{"lambda.helper", "lambda.fields", "lambda.types", "lambda.sdkstatus", "lambda.logger"},
})

func run(pass *rule.Pass) {
	var checkers []checker
	for _, h := range pass.Handlers.All {
		// For a WebSocket client a response means little more than an error.
		if !h.Source.IsHTTP() || h.Source == handler.WebSocket || h.Intercepted || h.DefersResults(pass.TypesInfo) {
			continue
		}
		checkers = append(checkers, checker{pass: pass, Handler: h})
	}
	if len(checkers) == 0 {
		return
	}
	kit := lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses)
	for _, c := range checkers {
		c.kit = kit
		c.returns()
		c.ends()
	}
	helpers(pass, checkers)
}

// A checker checks one handler.
type checker struct {
	pass *rule.Pass
	kit  *lambdafix.Kit
	*handler.Handler
}

// returns reports the return statements with nothing but an error.
func (c checker) returns() {
	var found []*lambdaresp.Return
	for _, r := range c.pass.Responses.Returns(c.Handler) {
		// have: return response{}, err
		if r.Response == lambdaresp.Zero && !r.ErrNil && !c.reportedInside(r) && !c.isMarshal(r.Err) && !unreachable(r.Block) {
			found = append(found, r)
		}
	}
	for _, r := range found {
		subject, operation := "this error", ""
		if o := c.pass.Flow.Origins(r.Err); o.AWS() {
			operation = o.String()
			subject = "the error of " + operation
		}
		c.pass.Report(rule.Finding{
			Range:     r.Stmt,
			Operation: operation,
			Message: fmt.Sprintf("%s returns %d for %s; return a JSON error response and a nil error",
				c.Source.Caller(), c.Source.ErrorStatus(), subject),
			Fix:  "return a response with a JSON error",
			Edit: func() *fix.Editor { return c.edit(r, found) },
		})
	}
}

// reportedInside reports whether r returns the results of another handler, whose own
// returns are reported.
func (c checker) reportedInside(r *lambdaresp.Return) bool {
	if len(r.Stmt.Results) != 1 {
		return false
	}
	call, _ := ssaflow.Call(r.Err)
	return call != nil && call.Call.StaticCallee() != nil && c.pass.Handlers.Of(call.Call.StaticCallee().Syntax()) != nil
}
