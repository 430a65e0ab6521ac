package lambdadropresp

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdadropresp",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.logger"},
})

func run(pass *rule.Pass) {
	if !pass.Handlers.Root.Valid() {
		return // nothing of the Lambda runtime
	}
	statements(pass)
	unseen(pass)
	var kit *lambdafix.Kit
	for _, h := range pass.Handlers.All {
		if !h.Source.IsHTTP() && !h.Source.IsBatch() || h.Response() == nil || h.Intercepted || h.DefersResults(pass.TypesInfo) {
			continue
		}
		if kit == nil {
			kit = lambdafix.New(pass.Fixes, pass.Handlers, pass.Responses)
		}
		c := checker{pass: pass, kit: kit, Handler: h}
		if !c.hasClient() {
			continue
		}
		for _, r := range pass.Responses.Returns(h) {
			// have: return response{StatusCode: 404}, err
			if message := c.message(r); message != "" {
				f := rule.Finding{
					Range:   r.Stmt,
					Message: message,
					Fix:     "log the error and return nil",
					Edit:    func() *fix.Editor { return c.edit(r) },
				}
				if pass.Accepted(r.Stmt) {
					f.Severity, f.Edit = lint.SeverityInfo, nil
				}
				pass.Report(f)
			}
		}
	}
}

// unseen reports the responses beside an error that functions make for handlers in other packages. Who calls such a function
// in the package may look at the error.
func unseen(pass *rule.Pass) {
	for _, responder := range pass.Responses.Responders() {
		decl, ok := responder.Func.Node().(*ast.FuncDecl)
		if !responder.Unseen || !ok {
			continue
		}
		fn := pass.TypesInfo.Defs[decl.Name].(*types.Func)
		if len(pass.Handlers.Uses[fn]) > 0 {
			continue
		}
		for _, r := range pass.Responses.ReturnsOf(responder.Func) {
			// have: return &response{StatusCode: status}, &failure{status}
			if r.Response == lambdaresp.Written && (r.ErrNonNil || fails(pass, r)) {
				pass.Report(rule.Finding{Range: r.Stmt, Message: "response is lost where a handler returns the error beside it; return a nil error"})
			}
		}
	}
}

// fails reports whether the function of r is for errors: it returns the one that it is given, with the status of one, or
// with its text in the response.
//
//	func serverError(err error) (response, error) { return response{StatusCode: 500}, err }
func fails(pass *rule.Pass, r *lambdaresp.Return) bool {
	err, given := r.Err.(*ssa.Parameter)
	if !given {
		return false
	}
	return pass.Responses.Outcome(r) == lambdaresp.Failure || slices.ContainsFunc(*err.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		return ok && call.Call.Value == err && call.Block().Dominates(r.Block) // err.Error()
	})
}

// A checker checks one handler.
type checker struct {
	pass *rule.Pass
	kit  *lambdafix.Kit
	*handler.Handler
}

// hasClient reports whether somebody gets the responses of the handler: a WebSocket API sends none unless it is told to, and
// a handler that takes no event and makes responses with nothing but a status may be called by a schedule.
func (c checker) hasClient() bool {
	if c.Source == handler.WebSocket {
		return false
	}
	if c.Event() != nil || !c.Registered || c.Declared {
		return true
	}
	for lit := range c.pass.Responses.Literals(c.Func) {
		if status := lit.Status(); lit.Field("body") != nil || httpstatus.BadRequest <= status && status < httpstatus.InternalServerError {
			return true
		}
	}
	return false
}

// message says what becomes of the response of r, "" if its caller gets it.
func (c checker) message(r *lambdaresp.Return) string {
	switch {
	case c.Source.IsBatch():
		if c.losesFailures(r) {
			return "list of failures is ignored, since Lambda retries the whole batch for the error beside it; return it with a nil error"
		}
		return ""
	case r.Response != lambdaresp.Written || !r.ErrNonNil || c.passesOn(r):
		return ""
	}
	response, remedy := "response", "log it and return nil"
	if needsStatus(c.pass.Responses.Outcome(r)) {
		remedy = "set an error status, log it and return nil"
	} else if c.showsError(r) {
		remedy = "log it, and return a fixed body and nil"
	} else if lit := c.pass.Responses.Returned(r); lit != nil {
		if status := lit.Status(); status != 0 {
			response = fmt.Sprintf("response with status %d", status)
		}
	}
	return fmt.Sprintf("%s is lost, since %s returns %d for the error beside it; %s", response, c.Source.Caller(), c.Source.ErrorStatus(), remedy)
}

// passesOn reports whether r returns what another handler, or a function of another package, returns, which is the one to
// report.
func (c checker) passesOn(r *lambdaresp.Return) bool {
	call, _ := ssaflow.Call(r.Err)
	if made, _ := ssaflow.Call(r.Value); call == nil || made != call {
		return false
	}
	if c.pass.Responses.IsFromElsewhere(r.Value) {
		return true
	}
	fn, ok := c.pass.Handlers.Decls[ssaflow.Callee(call.Common())]
	if !ok {
		return false
	}
	h := c.pass.Handlers.Of(fn.Node())
	return h != nil && !h.Intercepted
}
