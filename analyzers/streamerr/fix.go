package streamerr

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkAfterLoop returns the editor of the fix that checks the error of the stream after the loop
// over its events, which call returns. It returns nil where there is no such loop, or
// where the error cannot be returned.
func checkAfterLoop(pass *rule.Pass, call inspector.Cursor, op *awssdk.Operation) *fix.Editor {
	fn := fix.FunctionOf(pass.TypesInfo, call)
	if fn == nil || !fn.ReturnsError() || fn.Failed(call) {
		return nil
	}
	sel, ok := call.Node().(*ast.CallExpr).Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	loop, ok := loopOver(pass, call)
	if !ok {
		return nil
	}
	e := pass.Fixes.Editor(loop.Pos())
	if e == nil {
		return nil
	}
	zeros, ok := e.Zeros(fn.Sig, loop.Pos())
	if !ok {
		return nil
	}
	e.InsertAfter(loop, "if err := "+e.Source(sel.X)+".Err(); err != nil {\n\treturn "+zeros+
		e.Import("fmt", "fmt", loop.Pos())+`.Errorf("`+op.Service+" "+op.Name+`: %w", err)`+"\n}")
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

// inList returns the loop at cur if it, or the label before it, stands in a list of
// statements.
func inList(cur inspector.Cursor) (ast.Stmt, bool) {
	kind := cur.ParentEdgeKind()
	if kind == edge.LabeledStmt_Stmt {
		kind = cur.Parent().ParentEdgeKind()
	}
	switch kind {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		return cur.Node().(ast.Stmt), true
	}
	return nil, false
}
