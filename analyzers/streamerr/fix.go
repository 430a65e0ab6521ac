package streamerr

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkAfterLoop returns the editor of the fix that checks the error of the stream of op after the
// loop over its events, which call returns:
//
//	for e := range stream.Events() { … } => for e := range stream.Events() { … }; if err := stream.Err(); err != nil { return err }
//
// It returns nil where there is no such loop, or where the error cannot be returned.
func checkAfterLoop(pass *rule.Pass, call inspector.Cursor, op *awssdk.Operation) *fix.Editor {
	fn := fix.FunctionOf(pass.TypesInfo, call)
	events, method := call.Node().(*ast.CallExpr).Fun.(*ast.SelectorExpr)
	loop := loopOver(pass, call)
	if !fn.CanFail(call) || !method || loop == nil {
		return nil
	}
	// Have: a loop in a function that can return the error below it.
	e := pass.Fixes.Editor(loop.Pos())
	if e == nil {
		return nil
	}
	e.CheckBelow(loop, fn, "err := "+e.Source(events.X)+".Err()", "err", op.Words())
	return e
}

// loopOver returns the loop over the events that call returns, directly or by way of a variable
// that serves nothing else, nil if there is none.
func loopOver(pass *rule.Pass, call inspector.Cursor) ast.Stmt {
	if call.ParentEdgeKind() == edge.RangeStmt_X {
		return call.Parent().Node().(ast.Stmt)
	}
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 {
		return nil
	}
	id, _ := assign.Lhs[0].(*ast.Ident)
	uses := slices.Collect(pass.Flow.Uses(pass.TypesInfo.Defs[id]))
	if len(uses) != 1 || uses[0].ParentEdgeKind() != edge.RangeStmt_X {
		return nil
	}
	return uses[0].Parent().Node().(ast.Stmt)
}
