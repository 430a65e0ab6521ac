package lambdadropresp

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// status returns the status that the literal response has, "" if that is not known.
func (c checker) status(response ast.Expr) string {
	if ptr, ok := ast.Unparen(response).(*ast.UnaryExpr); ok {
		response = ptr.X
	}
	lit, ok := ast.Unparen(response).(*ast.CompositeLit)
	if !ok {
		return ""
	}
	s, ok := c.pass.TypesInfo.TypeOf(lit).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	field := handler.ResponseField(s, "statusCode")
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || field == nil || kv.Key.(*ast.Ident).Name != field.Name() {
			continue
		}
		if value := c.pass.TypesInfo.Types[kv.Value].Value; value != nil {
			return value.ExactString()
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
