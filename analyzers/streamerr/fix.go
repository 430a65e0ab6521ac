package streamerr

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkAfterLoop returns the editor of the fix that checks the error of the stream of op after the loop over its events, which call returns:
//
//	for e := range stream.Events() { … } => for e := range stream.Events() { … }; if err := stream.Err(); err != nil { return err }
//
// It returns nil where there is no such loop, or where the error cannot be returned.
func checkAfterLoop(pass *rule.Pass, call inspector.Cursor, op *awssdk.Operation) *fix.Editor {
	fn := fix.FunctionOf(pass.TypesInfo, call)
	if fn == nil || !fn.ReturnsError() || fn.Failed(call) {
		return nil
	}
	events, ok := call.Node().(*ast.CallExpr).Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	loop, ok := loopOver(pass, call)
	if !ok {
		return nil
	}
	// Have: a loop below which others can stand, in a function that can return the error.
	e := pass.Fixes.Editor(loop.Pos())
	if e == nil {
		return nil
	}
	returns := e.ReturnError(fn, e.Wrap(op.Words(), "err", loop.Pos()), loop.Pos())
	e.InsertAfter(loop, "if err := "+e.Source(events.X)+".Err(); err != nil {\n\t"+returns+"\n}")
	return e
}

// loopOver returns the loop over the events that call returns, directly or by way of a
// variable that serves nothing else.
func loopOver(pass *rule.Pass, call inspector.Cursor) (ast.Stmt, bool) {
	if call.ParentEdgeKind() == edge.RangeStmt_X {
		return inList(call.Parent())
	}
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 {
		return nil, false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok || pass.TypesInfo.Defs[id] == nil {
		return nil, false
	}
	var uses []inspector.Cursor
	for c := range call.Parent().Parent().Preorder((*ast.Ident)(nil)) {
		if pass.TypesInfo.Uses[c.Node().(*ast.Ident)] == pass.TypesInfo.Defs[id] {
			uses = append(uses, c)
		}
	}
	if len(uses) != 1 || uses[0].ParentEdgeKind() != edge.RangeStmt_X {
		return nil, false
	}
	return inList(uses[0].Parent())
}

// inList returns the loop at cur if it, or the label before it, stands in a list of statements.
func inList(cur inspector.Cursor) (ast.Stmt, bool) {
	stmt := cur
	if cur.ParentEdgeKind() == edge.LabeledStmt_Stmt {
		stmt = cur.Parent()
	}
	return cur.Node().(ast.Stmt), fix.InList(stmt)
}
