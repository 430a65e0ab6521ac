package fix

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/handler"
)

// Responds reports whether f makes an HTTP response of whatever fails. An error beside it would take the response from the
// client, but is not the answer that is meant.
func (f *Function) Responds() bool {
	results := f.Sig.Results()
	if results.Len() != 2 || !handler.IsHTTPResponse(results.At(0).Type()) {
		return false
	}
	found, fails := false, false
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == f.Node
		case *ast.ReturnStmt:
			found = true
			fails = fails || len(n.Results) == 0 || len(n.Results) == 2 && !f.info.Types[n.Results[1]].IsNil() && f.isEmpty(n.Results[0])
		}
		return !fails
	})
	return found && !fails
}

// isEmpty reports whether response holds nothing: nil, response{}, or a variable, which may be so.
func (f *Function) isEmpty(response ast.Expr) bool {
	response = ast.Unparen(response)
	if addr, ok := response.(*ast.UnaryExpr); ok {
		response = ast.Unparen(addr.X)
	}
	switch response := response.(type) {
	case *ast.CompositeLit:
		return len(response.Elts) == 0
	case *ast.CallExpr:
		return false
	}
	return true
}
