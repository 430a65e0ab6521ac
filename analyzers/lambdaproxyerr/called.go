package lambdaproxyerr

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
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
		callee, exit := exits.called(fn, call)
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
				Message: fmt.Sprintf("%s in %s ends the process, so %s returns %d; respond with an error instead",
					exit.By, qualified(callee), r.Source.Caller(), r.Source.ErrorStatus()),
			})
			break
		}
	}
}

// called returns the function that call, of fn, leads to, in another package or behind an interface, and how that ends the
// process, nil if it is not known to.
func (e *exits) called(fn *types.Func, call *ast.CallExpr) (*types.Func, *Exit) {
	if fn.Pkg() == nil {
		return nil, nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && types.IsInterface(e.pass.TypesInfo.TypeOf(sel.X)) {
		if iface := awssdk.TypeName(e.pass.TypesInfo.TypeOf(sel.X)); iface != nil && iface.Pkg() != nil {
			return e.calledBehind(iface, fn)
		}
		return nil, nil
	}
	var exit Exit
	if fn.Pkg() == e.pass.Pkg || len(e.pass.Analyzer.FactTypes) == 0 || !e.pass.ImportObjectFact(fn.Origin(), &exit) {
		return nil, nil
	}
	return fn, &exit
}

// calledBehind does so for a method of an interface. Behind one of the package, there are types of the package and of those
// that it imports.
func (e *exits) calledBehind(iface *types.TypeName, fn *types.Func) (*types.Func, *Exit) {
	if exit, ok := e.behind[errflow.MethodName(iface, fn.Name())]; ok {
		return fn, &exit
	}
	if iface.Pkg() != e.pass.Pkg {
		return nil, nil
	}
	var found *types.Func
	for method := range e.methods {
		// The first by name, for all runs to say the same.
		if method.Name() == fn.Name() && errflow.Implements(method, iface) && (found == nil || method.FullName() < found.FullName()) {
			found = method
		}
	}
	if found == nil {
		return nil, nil
	}
	exit := e.methods[found]
	return found, &exit
}

// qualified names fn as messages do: by its package, or its receiver's type.
func qualified(fn *types.Func) string {
	if recv := awssdk.Receiver(fn); recv != nil {
		return recv.Name() + "." + fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}
