package lambdaproxyerr

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/rule"
)

// reportCalled reports, for each function of another package, or behind an interface, that ends the process for an error,
// the first call in functions.
func reportCalled(pass *rule.Pass, functions map[ast.Node]reached) {
	exits := pass.ResultOf[exitAnalyzer].(*exits)
	reported := make(map[*types.Func]bool)
	for cur := range pass.Root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, _ := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
		if fn == nil || reported[fn] {
			continue
		}
		exit := exits.called(fn, call)
		if exit == nil {
			continue
		}
		for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			r, ok := functions[outer.Node()]
			if !ok || exit.Panics && r.recovers || r.blockOf(outer, call) == nil {
				break
			}
			reported[fn] = true
			// have: order, err := store.Get(ctx, id)
			pass.Report(rule.Finding{
				Range: call,
				Message: fmt.Sprintf("%s in %s ends the process, so %s returns %d; return the error there",
					exit.By, qualified(fn), r.Source.Caller(), r.Source.ErrorStatus()),
			})
			break
		}
	}
}
