package lambdadropresp

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdadropresp",
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
})

func run(pass *rule.Pass) {
	var kit *lambdafix.Kit
	for _, h := range pass.Handlers.All {
		if !h.Source.IsHTTP() && !h.Source.IsBatch() || h.Response() == nil || h.Intercepted || h.DefersResults(pass.TypesInfo) {
			continue
		}
		if kit == nil {
			kit = lambdafix.New(pass.Fixes, pass.Handlers)
		}
		c := checker{pass: pass, kit: kit, Handler: h}
		for _, r := range pass.Responses.Returns(h) {
			// have: return response{StatusCode: 404}, err
			if message := c.message(r); message != "" {
				pass.Report(rule.Finding{
					Range:   r.Stmt,
					Message: message,
					Fix:     "log the error and return nil",
					Edit:    func() *fix.Editor { return c.edit(r) },
				})
			}
		}
		c.statements()
	}
}

// A checker checks one handler.
type checker struct {
	pass *rule.Pass
	kit  *lambdafix.Kit
	*handler.Handler
}

// message says what becomes of the response of r, "" if its caller gets it.
func (c checker) message(r *lambdaresp.Return) string {
	if r.Response != lambdaresp.Written || !r.ErrNonNil {
		return ""
	}
	switch {
	case c.Source.IsBatch():
		if c.someFailed(r) {
			return "with a non-nil error the whole batch is retried and BatchItemFailures is ignored"
		}
		return ""
	case c.Source == handler.WebSocket:
		return `this response is dropped: with a non-nil error the caller sees "Internal server error"`
	}
	text := fmt.Sprintf("this response is dropped: with a non-nil error the caller sees %d", c.Source.ErrorStatus())
	if lit := c.pass.Responses.Returned(r); lit != nil {
		if status := lit.Constant("statusCode"); status != nil {
			text += ", not status " + status.ExactString()
		}
	}
	return text
}

// statements reports the calls that make a response for nobody. Those in function literals may be for others.
func (c checker) statements() {
	if !c.Source.IsHTTP() || c.Source == handler.WebSocket {
		return
	}
	c.Func.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ExprStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.ExprStmt)
		if !ok {
			return cur == c.Func
		}
		// have: clientError(404)
		if call, ok := stmt.X.(*ast.CallExpr); ok {
			if fn := typeutil.StaticCallee(c.pass.TypesInfo, call); fn != nil && c.pass.Responses.OnlyResponds(fn) {
				c.pass.Report(rule.Finding{Range: stmt, Message: "this response is dropped: the handler goes on and returns another one"})
			}
		}
		return true
	})
}
