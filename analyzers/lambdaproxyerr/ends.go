package lambdaproxyerr

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

const (
	panics = "for a Lambda handler that panics"
	exits  = "for a Lambda handler that exits"
)

// endOf says how call ends the handler, "" if it does not.
func endOf(info *types.Info, call *ast.CallExpr) string {
	switch fn := typeutil.Callee(info, call).(type) {
	case *types.Builtin:
		if fn.Name() == "panic" {
			return panics
		}
	case *types.Func:
		switch {
		case knowledge.EndsProcess(fn):
			return exits
		case knowledge.Panics(fn):
			return panics
		}
	}
	return ""
}

// recovers reports whether a deferred function of the handler recovers from panics.
func (c checker) recovers() bool {
	found := false
	ast.Inspect(c.Body, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return !found
		}
		lit, ok := d.Call.Fun.(*ast.FuncLit)
		if !ok {
			found = true // a function that may recover
			return false
		}
		ast.Inspect(lit, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				b, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Builtin)
				found = found || ok && b.Name() == "recover"
			}
			return !found
		})
		return false
	})
	return found
}
