package lambdadropresp

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// statements reports the calls that make a response for nobody. Those in function literals may be for others.
func (c checker) statements() {
	if !c.Source.IsHTTP() || c.Source == handler.WebSocket || c.Response() == nil {
		return
	}
	c.Func.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ExprStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.ExprStmt)
		if !ok {
			return cur == c.Func
		}
		// have: clientError(404)
		if call, ok := stmt.X.(*ast.CallExpr); ok {
			if fn := typeutil.StaticCallee(c.pass.TypesInfo, call); fn != nil && (c.pass.Responses.OnlyResponds(fn) || c.makesError(fn, call)) {
				c.pass.Report(rule.Finding{Range: stmt, Message: "response of " + fn.Name() + " is not used, so the handler goes on and returns another one; return it"})
			}
		}
		return true
	})
}

// makesError reports whether call makes an HTTP response of an error: of the status of one, and without a
// request or a context, which a function needs that does more.
func (c checker) makesError(fn *types.Func, call *ast.CallExpr) bool {
	sig := fn.Signature()
	if sig.Results().Len() == 0 || !handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		if t := param.Type(); awssdk.IsContext(t) || handler.EventsType(t) != "" {
			return false
		}
	}
	for _, arg := range call.Args {
		value := c.pass.TypesInfo.Types[arg].Value
		if value == nil || value.Kind() != constant.Int {
			continue
		}
		if status, ok := constant.Int64Val(value); ok && httpstatus.BadRequest <= status && status < 600 {
			return true
		}
	}
	return false
}
