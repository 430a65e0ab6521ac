package lambdaasync

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
)

// afterFailure reports whether the branch is for an error of what is done about another one.
func (w *work) afterFailure(b *lambdadrop.Branch) bool {
	fn := fix.FunctionOf(w.TypesInfo, b.Cur)
	return fn == nil || fn.Failed(b.Cur)
}

// toldLater reports whether something that the loop around the branch counts, or that the call returns beside the error,
// decides below whether the function returns an error.
func (w *work) toldLater(b *lambdadrop.Branch) bool {
	for loop := range b.Cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var body *ast.BlockStmt
		switch n := loop.Node().(type) {
		case *ast.ForStmt:
			body = n.Body
		case *ast.RangeStmt:
			body = n.Body
		}
		if body == nil {
			break
		}
		if w.drops.Scope(loop, body, b.Inner).TellsLater() {
			return true
		}
	}
	results := w.resultsOf(b)
	for cur := range b.Inner.Preorder((*ast.IfStmt)(nil)) {
		stmt := cur.Node().(*ast.IfStmt)
		if stmt.Pos() < b.Stmt.End() || !w.drops.Mentions(stmt.Cond, results) {
			continue
		}
		if ret, ok := last(stmt.Body.List).(*ast.ReturnStmt); ok && len(ret.Results) > 0 && !w.TypesInfo.Types[ret.Results[len(ret.Results)-1]].IsNil() {
			return true
		}
	}
	return false
}

// doesWithout reports whether the function goes on without what the call of b reads: it uses that only where there was no error,
// or asks whether it is there.
func (w *work) doesWithout(b *lambdadrop.Branch) bool {
	if w.nothingFollows(b) {
		return false
	}
	if b.Stmt.Else != nil {
		return true
	}
	results := w.resultsOf(b)
	for cur := range b.Inner.Preorder((*ast.IfStmt)(nil)) {
		if stmt := cur.Node().(*ast.IfStmt); stmt.Pos() >= b.Stmt.End() && w.drops.Mentions(stmt.Cond, results) {
			return true
		}
	}
	return false
}

// tidiesUp reports whether fn, which the call of b calls, takes back or removes something when all else is done: it is
// named so and removes nothing, its caller is named so, or other things were done before.
func (w *work) tidiesUp(b *lambdadrop.Branch, fn *types.Func) bool {
	if !knowledge.Undoes(fn.Name()) {
		return false
	}
	if !isOfAWS(fn) && !knowledge.Removes(fn.Name()) {
		return true
	}
	if decl, ok := w.fn.Node().(*ast.FuncDecl); ok && w.helps && knowledge.Undoes(decl.Name.Name) && !knowledge.Removes(decl.Name.Name) {
		return true
	}
	for cur := range b.Inner.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		before, ok := typeutil.Callee(w.TypesInfo, call).(*types.Func)
		if ok && call.End() < b.Call.Pos() && awssdk.EndsWithError(before.Signature()) && acts(before) {
			return true
		}
	}
	return false
}

// acts reports whether fn does something, and does not only read or remove.
func acts(fn *types.Func) bool {
	if isOfAWS(fn) {
		return !knowledge.Reads(fn.Name()) && !knowledge.Undoes(fn.Name())
	}
	return knowledge.Writes(fn.Name())
}

func isOfAWS(fn *types.Func) bool { return fn.Pkg() != nil && awspath.IsSDK(fn.Pkg().Path()) }

// resultsOf returns the variables, other than the error, that the call of b sets.
func (w *work) resultsOf(b *lambdadrop.Branch) map[types.Object]bool {
	set := make(map[types.Object]bool)
	cur, ok := w.Root.FindNode(b.Call)
	if !ok {
		return set
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return set
	}
	for _, lhs := range assign.Lhs {
		if id, ok := lhs.(*ast.Ident); ok {
			if v, ok := w.TypesInfo.ObjectOf(id).(*types.Var); ok && v != b.Err {
				set[v] = true
			}
		}
	}
	return set
}

// nothingFollows reports whether nothing but logging is done behind the branch, in its function or for the record.
func (w *work) nothingFollows(b *lambdadrop.Branch) bool {
	for cur := b.Cur; cur != b.Inner; cur = cur.Parent() {
		switch cur.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		if !fix.InList(cur) {
			continue
		}
		for next, ok := cur.NextSibling(); ok; next, ok = next.NextSibling() {
			switch n := next.Node().(type) {
			case *ast.BranchStmt:
			case *ast.ReturnStmt:
				if slices.ContainsFunc(n.Results, b.Calls) {
					return false
				}
			case *ast.ExprStmt:
				if !b.Logs(n.X) {
					return false
				}
			default:
				return false
			}
		}
	}
	return true
}

// sends reports whether the function, or the loop around the branch, sends something to people before the call of b. It returns
// the function that does so behind the branch, which leads there, nil if there is none.
func (w *work) sends(b *lambdadrop.Branch) (before bool, behind *types.Func) {
	scope, ok := fix.LoopAround(b.Cur)
	if !ok {
		scope = b.Inner
	}
	ends := fix.Leaves(b.Body.List)
	for cur := range scope.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(w.TypesInfo, call).(*types.Func)
		if !ok || call == b.Call || !knowledge.Delivers(fn) {
			continue
		}
		switch {
		case call.End() <= b.Call.Pos():
			before = before || !onOtherWay(cur, b)
		case b.Stmt.End() <= call.Pos():
			if behind == nil && !ends {
				behind = fn
			}
		}
	}
	return before, behind
}

// onOtherWay reports whether what is at cur, above the branch, is only done on a way that does not lead there.
func onOtherWay(cur inspector.Cursor, b *lambdadrop.Branch) bool {
	for ; ; cur = cur.Parent() {
		outer := cur.Parent().Node()
		if outer.Pos() <= b.Stmt.Pos() && b.Stmt.End() <= outer.End() {
			_, ofSwitch := cur.Node().(*ast.CaseClause)
			return ofSwitch || cur.ParentEdgeKind() == edge.IfStmt_Body
		}
		switch n := outer.(type) {
		case *ast.FuncLit:
			return true
		case *ast.BlockStmt:
			if fix.Leaves(n.List) {
				return true
			}
		case *ast.CaseClause:
			if fix.Leaves(n.Body) {
				return true
			}
		}
	}
}
