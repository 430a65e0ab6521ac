package lambdaproxyerr

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"

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
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"lambda.helper", "lambda.fields", "lambda.types", "lambda.sdkstatus", "lambda.logger"},
})

func run(pass *rule.Pass) {
	var kit *lambdafix.Kit
	for _, h := range pass.Handlers.All {
		// For a WebSocket client a response means little more than an error.
		if !h.Source.IsHTTP() || h.Source == handler.WebSocket || h.Intercepted || h.DefersResults(pass.TypesInfo) {
			continue
		}
		if kit == nil {
			kit = lambdafix.New(pass.Fixes, pass.Handlers)
		}
		c := checker{pass: pass, kit: kit, Handler: h}
		c.returns()
		c.ends()
	}
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
		if r.Response == lambdaresp.Zero && !r.ErrNil && !c.reportedInside(r) && !isMarshal(r.Err) {
			found = append(found, r)
		}
	}
	for _, r := range found {
		c.pass.Report(rule.Finding{
			Range:   r.Stmt,
			Message: c.message("for an error that a Lambda handler returns"),
			Fix:     "return a response with a JSON error",
			Edit:    func() *fix.Editor { return c.edit(r, found) },
		})
	}
}

// message says what the caller makes of a failure.
func (c checker) message(failure string) string {
	return fmt.Sprintf("%s answers %d %s; return a response with a JSON error body and a nil error", c.Source.Caller(), c.Source.ErrorStatus(), failure)
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

// ends reports the calls that end the handler in the middle. Those in function literals may belong to others.
func (c checker) ends() {
	c.Func.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.CallExpr)(nil)}, func(cur inspector.Cursor) bool {
		call, ok := cur.Node().(*ast.CallExpr)
		if !ok {
			return cur == c.Func
		}
		// have: panic(err), log.Fatal(err)
		if failure := endOf(c.pass.TypesInfo, call); failure != "" && !(failure == panics && c.recovers()) {
			c.pass.Report(rule.Finding{Range: call, Message: c.message(failure)})
		}
		return true
	})
}
