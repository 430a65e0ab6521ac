package fix

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/handler"
)

// Responds reports whether f makes an HTTP response of whatever fails, and returns no error beside it, which would take the
// response from the client.
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
			fails = fails || len(n.Results) == 0 || len(n.Results) == 2 && !f.info.Types[n.Results[1]].IsNil()
		}
		return !fails
	})
	return found && !fails
}
