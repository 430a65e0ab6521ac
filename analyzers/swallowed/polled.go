package swallowed

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// polled reports whether fn, around cur, is called again and again until it returns true:
//
//	wait.PollUntilContextTimeout(ctx, interval, timeout, true, func(ctx context.Context) (bool, error) { … })
func polled(pass *rule.Pass, cur inspector.Cursor, fn *fix.Function) bool {
	if !saysYesOrNo(fn) {
		return false
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			return passedToPoller(pass, pass.TypesInfo.Defs[n.Name])
		case *ast.FuncLit:
			if isPolled(c) {
				return true
			}
			assign, ok := c.Parent().Node().(*ast.AssignStmt) // cond := func() (bool, error) { … }
			if !ok || len(assign.Lhs) != 1 {
				return false
			}
			id, _ := assign.Lhs[0].(*ast.Ident)
			return passedToPoller(pass, pass.TypesInfo.ObjectOf(id))
		}
	}
	return false
}

// passedToPoller reports whether the function, or the variable that holds it, is passed to a function that polls.
func passedToPoller(pass *rule.Pass, fn types.Object) bool {
	for use := range pass.Flow.Uses(fn) {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		}
		if isPolled(use) {
			return true
		}
	}
	return false
}

// isPolled reports whether the expression at cur is an argument of a function that polls.
func isPolled(cur inspector.Cursor) bool {
	if cur.ParentEdgeKind() != edge.CallExpr_Args {
		return false
	}
	switch fun := ast.Unparen(cur.Parent().Node().(*ast.CallExpr).Fun).(type) {
	case *ast.Ident:
		return knowledge.Polls(fun.Name)
	case *ast.SelectorExpr: // wait.Poll, backoff.Do
		pkg, ok := fun.X.(*ast.Ident)
		return knowledge.Polls(fun.Sel.Name) || ok && knowledge.Polls(pkg.Name)
	}
	return false
}
