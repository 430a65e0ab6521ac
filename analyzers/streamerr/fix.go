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
// Where the stream is closed there, the error is what that returns. It returns nil where there is no such
// loop, or where the error cannot be returned.
func checkAfterLoop(pass *rule.Pass, call inspector.Cursor, op *awssdk.Operation) *fix.Editor {
	fn := fix.FunctionOf(pass.TypesInfo, call)
	events, method := call.Node().(*ast.CallExpr).Fun.(*ast.SelectorExpr)
	loop := loopOver(pass, call)
	if !fn.CanFail(call) || !method || !loop.Valid() {
		return nil
	}
	// Have: a loop in a function that can return the error below it.
	e := pass.Fixes.Editor(loop.Node().Pos())
	if e == nil {
		return nil
	}
	stream := e.Source(events.X)
	if closing, ok := closedAfter(loop); ok && e.Source(closing.X) == stream+".Close()" {
		e.CheckInHeader(closing, closing.X, fn, op.Words())
	} else {
		e.CheckBelow(loop.Node().(ast.Stmt), fn, "err := "+stream+".Err()", "err", op.Words())
	}
	return e
}

// closedAfter returns the statement right after loop if it only calls something.
func closedAfter(loop inspector.Cursor) (*ast.ExprStmt, bool) {
	if loop.ParentEdgeKind() == edge.LabeledStmt_Stmt {
		loop = loop.Parent()
	}
	next, ok := loop.NextSibling()
	if !ok {
		return nil, false
	}
	stmt, ok := next.Node().(*ast.ExprStmt)
	return stmt, ok
}

// loopOver returns the loop over the events that call returns, directly or by way of a variable
// that serves nothing else. It is not valid if there is none.
func loopOver(pass *rule.Pass, call inspector.Cursor) (none inspector.Cursor) {
	if call.ParentEdgeKind() == edge.RangeStmt_X {
		return call.Parent()
	}
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 {
		return none
	}
	id, _ := assign.Lhs[0].(*ast.Ident)
	uses := slices.Collect(pass.Flow.Uses(pass.TypesInfo.Defs[id]))
	if len(uses) != 1 || uses[0].ParentEdgeKind() != edge.RangeStmt_X {
		return none
	}
	return uses[0].Parent()
}
