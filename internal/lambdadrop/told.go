package lambdadrop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// isTold reports whether Lambda learns of the record's failure whatever becomes of the error of the branch: the record
// was put among the failures before, or an error is returned afterwards.
//
//	if err := process(record); err != nil {
//		if sendErr := sendToDLQ(record); sendErr != nil {
//			log.Print(sendErr)
//		}
//		return err
//	}
func (b *Branch) isTold() bool {
	passes := b.fallsThrough()
	for cur := b.Cur; cur != b.Inner && cur != b.Scope.Cur; cur = cur.Parent() {
		if kind := cur.ParentEdgeKind(); kind != edge.BlockStmt_List && kind != edge.CaseClause_Body {
			continue
		}
		for prev, ok := cur.PrevSibling(); ok; prev, ok = prev.PrevSibling() {
			if b.addsFailure(prev.Node()) {
				return true
			}
		}
		for next, ok := cur.NextSibling(); ok && passes; next, ok = next.NextSibling() {
			if returnsError(b.returns, next.Node()) {
				return true
			}
			passes = !b.leaves(next)
		}
	}
	return false
}

// fallsThrough reports whether what follows the branch runs after it.
func (b *Branch) fallsThrough() bool {
	switch b.Body.List[len(b.Body.List)-1].(type) {
	case *ast.BranchStmt, *ast.ReturnStmt:
		return false
	}
	return true
}

// returnsError reports whether stmt is one of returns and returns an error that is not nil.
func returnsError(returns []*lambdaresp.Return, stmt ast.Node) bool {
	return slices.ContainsFunc(returns, func(r *lambdaresp.Return) bool { return r.Stmt == stmt && r.ErrNonNil })
}

// leaves reports whether the statement at cur may end the function without an error, or go on elsewhere.
func (b *Branch) leaves(cur inspector.Cursor) bool {
	found := false
	cur.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil), (*ast.BranchStmt)(nil)}, func(cur inspector.Cursor) bool {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || !returnsError(b.returns, n)
		case *ast.BranchStmt:
			found = true
		}
		return !found
	})
	return found
}

// addsFailure reports whether stmt tells of a failure, or calls a function of the package that does.
func (f *Finder) addsFailure(stmt ast.Node) bool {
	switch stmt.(type) {
	case *ast.ExprStmt, *ast.AssignStmt:
	default:
		return false
	}
	if f.tells(stmt) {
		return true
	}
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			body := f.bodyOf(call)
			found = body != nil && f.tells(body)
		}
		return !found
	})
	return found
}

// bodyOf returns the body of the function of the package, or of the literal in a variable, that is called, nil if
// that is not known.
func (f *Finder) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	switch callee := typeutil.Callee(f.info, call).(type) {
	case *types.Func:
		if decl, ok := f.handlers.Decls[callee.Origin()]; ok {
			return decl.Node().(*ast.FuncDecl).Body
		}
	case *types.Var: // onFailure := func(record events.SQSMessage) { ... }
		name, ok := f.root.FindByPos(callee.Pos(), callee.Pos())
		if !ok || name.ParentEdgeKind() != edge.AssignStmt_Lhs {
			return nil
		}
		_, i := name.ParentEdge()
		assign := name.Parent().Node().(*ast.AssignStmt)
		if assign.Tok != token.DEFINE || len(assign.Lhs) != len(assign.Rhs) {
			return nil
		}
		if lit, ok := ast.Unparen(assign.Rhs[i]).(*ast.FuncLit); ok {
			return lit.Body
		}
	}
	return nil
}
