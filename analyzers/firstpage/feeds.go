package firstpage

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// feedsAWS reports whether a list in the input of another operation holds what the output has. Such an input may take no
// more than one page:
//
//	out, err := c.ListTasks(ctx, in); …; c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Tasks: out.TaskArns})
func (f *fixer) feedsAWS() bool {
	var fn inspector.Cursor
	for fn = range f.cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		break
	}
	info := f.pass.TypesInfo
	given := ssaflow.Derived(info, fn.Node(), map[types.Object]bool{f.out: true}, awssdk.IsErrorType)
	feeds := false
	ast.Inspect(fn.Node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if f.isOfSDK(n) {
				feeds = feeds || slices.ContainsFunc(n.Elts, func(e ast.Expr) bool {
					field, ok := e.(*ast.KeyValueExpr)
					return ok && f.holdsList(field.Value, given)
				})
			}
		case *ast.CallExpr: // describe(ctx, out.TaskArns)
			if fn, ok := typeutil.Callee(info, n).(*types.Func); ok && f.mayCallAWS(fn) {
				feeds = feeds || slices.ContainsFunc(n.Args, func(arg ast.Expr) bool { return f.holdsList(arg, given) })
			}
		case *ast.AssignStmt: // in.Tasks = arns, in.Tasks = append(in.Tasks, arn)
			for i, lhs := range n.Lhs {
				field, ok := lhs.(*ast.SelectorExpr)
				feeds = feeds || ok && len(n.Lhs) == len(n.Rhs) && f.isOfSDK(field.X) && isList(info.TypeOf(lhs)) && ssaflow.Mentions(info, n.Rhs[i], given)
			}
		}
		return !feeds
	})
	return feeds
}

// mayCallAWS reports whether fn is a function of a package, not of the SDK, that imports the SDK.
func (f *fixer) mayCallAWS(fn *types.Func) bool {
	return fn.Pkg() != nil && !awspath.IsSDK(fn.Pkg().Path()) &&
		slices.ContainsFunc(fn.Pkg().Imports(), func(imp *types.Package) bool { return awspath.IsSDK(imp.Path()) })
}

// isOfSDK reports whether e is a struct of the SDK, or points to one.
func (f *fixer) isOfSDK(e ast.Expr) bool {
	name := awssdk.TypeName(f.pass.TypesInfo.TypeOf(e))
	return name != nil && name.Pkg() != nil && awspath.IsSDK(name.Pkg().Path())
}

// holdsList reports whether e is a list with all of a list among the variables given, or of the output: neither one that is
// written out, nor the tags of one element.
func (f *fixer) holdsList(e ast.Expr, given map[types.Object]bool) bool {
	if _, written := e.(*ast.CompositeLit); written {
		return false
	}
	t := f.pass.TypesInfo.TypeOf(e)
	if t == nil || !isList(t) {
		return false
	}
	lists := make(map[types.Object]bool)
	for v := range given {
		if v == f.out || isList(v.Type()) {
			lists[v] = true
		}
	}
	return ssaflow.Mentions(f.pass.TypesInfo, e, lists)
}
