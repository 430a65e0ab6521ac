package lambdaasync

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// onlyStarted reports whether the function is given to the Lambda runtime, which takes any function, and to nobody else, as far
// as the package tells: another one could call it as well.
func (w *work) onlyStarted() bool {
	if w.handler == nil || !w.handler.Registered {
		return false
	}
	decl, ok := w.fn.Node().(*ast.FuncDecl)
	if !ok {
		return w.isStarted(w.fn)
	}
	fn, ok := w.TypesInfo.Defs[decl.Name].(*types.Func)
	return ok && (!fn.Exported() || w.Pkg.Name() == "main") && !w.implements(fn) && !slices.ContainsFunc(w.Handlers.Uses[fn], func(id *ast.Ident) bool {
		cur, ok := w.Root.FindNode(id)
		if ok && cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
			cur = cur.Parent()
		}
		return !ok || !w.isStarted(cur)
	})
}

// isStarted reports whether the expression at cur is an argument that may have any type.
func (w *work) isStarted(cur inspector.Cursor) bool {
	kind, i := cur.ParentEdge()
	if kind != edge.CallExpr_Args {
		return false
	}
	call := cur.Parent().Node().(*ast.CallExpr)
	sig, ok := w.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	return ok && i < sig.Params().Len() && types.IsInterface(sig.Params().At(i).Type())
}
