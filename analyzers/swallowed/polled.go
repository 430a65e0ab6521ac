package swallowed

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

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

// polls reports whether cur stands in a loop that waits between its rounds, and takes neither one item after the other
// nor one page: what fails is asked again. ends says that the loop ends after some rounds, or some time.
func polls(pass *rule.Pass, cur inspector.Cursor) (yes, ends bool) {
	loop, ok := fix.LoopAround(cur)
	if !ok {
		return false, false
	}
	ends = true
	switch n := loop.Node().(type) {
	case *ast.RangeStmt:
		t := pass.TypesInfo.TypeOf(n.X)
		if basic, ok := t.Underlying().(*types.Basic); !ok || basic.Info()&types.IsInteger == 0 {
			return isTime(t), false // for range ticker.C
		}
	case *ast.ForStmt:
		if n.Cond != nil && mentions(n.Cond, func(name string) bool { return name == "len" }) {
			return false, false
		}
		ends = n.Cond != nil
	}
	return !mentions(loop.Node(), knowledge.TellsNextPage) && pauses(pass, loop), ends
}

// mentions reports whether is holds for a name in n.
func mentions(n ast.Node, is func(name string) bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && is(id.Name)
		return !found
	})
	return found
}

// pauses reports whether the loop waits for some time to pass.
func pauses(pass *rule.Pass, loop inspector.Cursor) bool {
	for c := range loop.Preorder((*ast.CallExpr)(nil), (*ast.UnaryExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			if fn := typeutil.Callee(pass.TypesInfo, n); fn != nil && knowledge.Pauses(fn.Name()) {
				return true
			}
		case *ast.UnaryExpr: // <-ticker.C
			if n.Op == token.ARROW && isTime(pass.TypesInfo.TypeOf(n.X)) {
				return true
			}
		}
	}
	return false
}

// isTime reports whether t is a channel of times, such as that of a ticker.
func isTime(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	name, ok := types.Unalias(ch.Elem()).(*types.Named)
	return ok && name.Obj().Name() == "Time" && name.Obj().Pkg() != nil && name.Obj().Pkg().Path() == "time"
}
