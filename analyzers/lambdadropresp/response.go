package lambdadropresp

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// status returns the status that the response of r has, a literal, "" if that is not known.
func (c checker) status(r *lambdaresp.Return) string {
	response := ast.Unparen(r.ResponseExpr)
	if ptr, ok := response.(*ast.UnaryExpr); ok {
		response = ast.Unparen(ptr.X)
	}
	if _, ok := response.(*ast.CompositeLit); !ok {
		return ""
	}
	cur, _ := r.Cursor.FindNode(response)
	if lit := c.pass.Responses.Literal(cur); lit != nil {
		if status := lit.Constant("statusCode"); status != nil {
			return status.ExactString()
		}
	}
	return ""
}

// statements reports the calls that make a response for nobody.
func (c checker) statements() {
	ast.Inspect(c.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ExprStmt:
			if call, ok := n.X.(*ast.CallExpr); ok && c.makesResponse(call) {
				c.pass.Report(rule.Finding{Range: n, Message: "this response is dropped: the handler goes on and returns another one"})
			}
		}
		return true
	})
}

// makesResponse reports whether call calls a function of the package that only makes a response:
// one that is given neither a request nor a response.
func (c checker) makesResponse(call *ast.CallExpr) bool {
	fn := typeutil.StaticCallee(c.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() != c.pass.Pkg || !c.Source.IsHTTP() || c.Source == handler.WebSocket {
		return false
	}
	sig := fn.Signature()
	if sig.Recv() != nil || sig.Results().Len() == 0 || !handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		switch t := types.Unalias(param.Type()).(type) {
		case *types.Basic, *types.Slice, *types.Map:
		case *types.Named:
			if !types.IsInterface(t) || t.Obj().Pkg() != nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}
