package lambdaproxyerr

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// ends reports the calls that end the process in the middle of the handler.
func (c checker) ends() {
	recovers := c.recovers(c.Func)
	c.endsIn(c.Func, "return a JSON error response and a nil error", func(call *ast.CallExpr, panics bool) bool { return !panics || !recovers })
}

// endsIn reports the calls in the function at fn that end the process, where wanted holds. Those in function literals may
// belong to others.
func (c checker) endsIn(fn inspector.Cursor, remedy string, wanted func(call *ast.CallExpr, panics bool) bool) {
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.CallExpr)(nil)}, func(cur inspector.Cursor) bool {
		call, ok := cur.Node().(*ast.CallExpr)
		if !ok {
			return cur == fn
		}
		// have: panic(err), log.Fatal(err)
		if name, panics := endOf(typeutil.Callee(c.pass.TypesInfo, call)); name != "" && wanted(call, panics) && c.happens(fn, call) {
			c.pass.Report(rule.Finding{
				Range:   call,
				Message: fmt.Sprintf("%s ends the process, so %s returns %d; %s", name, c.Source.Caller(), c.Source.ErrorStatus(), remedy),
			})
		}
		return true
	})
}

// endOf names the function fn if it ends the process, and says whether it panics.
func endOf(fn types.Object) (name string, panics bool) {
	switch fn := fn.(type) {
	case *types.Builtin:
		if fn.Name() == "panic" {
			return "panic", true
		}
	case *types.Func:
		if panics = knowledge.Panics(fn); panics || knowledge.EndsProcess(fn) {
			name = qualified(fn)
			if awssdk.Receiver(fn) != nil {
				name = fn.Pkg().Name() + "." + name // zap.Logger.Fatal
			}
			return name, panics
		}
	}
	return "", false
}

// recovers reports whether a deferred function of the function at fn may recover from panics.
func (c checker) recovers(fn inspector.Cursor) bool {
	f := c.pass.Responses.Program().Func(fn.Node())
	return f == nil || ssaflow.Recovers(f)
}
