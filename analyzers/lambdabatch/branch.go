package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// drops reports whether stmt, at cur, is a check of an error whose branch only logs it.
func (l *loop) drops(cur inspector.Cursor, stmt *ast.IfStmt) bool {
	// have: if err != nil
	cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || !l.TypesInfo.Types[cond.Y].IsNil() || !awssdk.IsError(l.TypesInfo.TypeOf(cond.X)) {
		return false
	}
	// have: { log.Print(err); continue }, and nobody else who reads err
	err := l.object(cond.X)
	if err == nil || len(stmt.Body.List) == 0 || !l.onlyLogs(stmt.Body) || l.isRead(err, stmt) {
		return false
	}
	// have: err := process(record)
	call := l.made(cur, stmt, err)
	if call == nil {
		return false
	}
	name := "" // of a function value
	if fn, ok := typeutil.Callee(l.TypesInfo, call).(*types.Func); ok {
		name = fn.Name()
	}
	return !knowledge.CleansUp(name) && !l.isMeant(stmt, knowledge.Decodes(name))
}

// onlyLogs reports whether body does nothing but logging, and goes on with the loop.
func (l *loop) onlyLogs(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		switch stmt := stmt.(type) {
		case *ast.ExprStmt:
			call, ok := stmt.X.(*ast.CallExpr)
			if !ok || !l.logs(call) {
				return false
			}
		case *ast.BranchStmt:
			if stmt.Tok != token.CONTINUE {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// logs reports whether call logs something, and no call in it does more.
func (l *loop) logs(call *ast.CallExpr) bool {
	only := true
	ast.Inspect(call, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok && !l.TypesInfo.Types[inner.Fun].IsType() {
			fn, _ := typeutil.Callee(l.TypesInfo, inner).(*types.Func)
			only = only && fn != nil && knowledge.PreparesLog(fn)
		}
		return only
	})
	return only
}

// isRead reports whether anything but checks like stmt reads the error err.
func (l *loop) isRead(err types.Object, stmt *ast.IfStmt) bool {
	for cur := range l.Root.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if l.TypesInfo.Uses[id] != err || stmt.Pos() <= id.Pos() && id.Pos() < stmt.End() {
			continue
		}
		if cur.ParentEdgeKind() != edge.AssignStmt_Lhs && !l.inCheck(cur, err) {
			return true
		}
	}
	// A named result is read by every return.
	results := l.handler.Sig.Results()
	return results.Len() > 0 && results.At(results.Len()-1) == err
}

// inCheck reports whether cur stands in a check whether err is nil, or in its branch.
func (l *loop) inCheck(cur inspector.Cursor, err types.Object) bool {
	for outer := range cur.Enclosing((*ast.IfStmt)(nil)) {
		stmt := outer.Node().(*ast.IfStmt)
		if cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr); ok && l.object(cond.X) == err && l.TypesInfo.Types[cond.Y].IsNil() {
			return true
		}
	}
	return false
}

// made returns the call that the error err comes from, which stands in the header of stmt or in the
// statement above.
func (l *loop) made(cur inspector.Cursor, stmt *ast.IfStmt, err types.Object) *ast.CallExpr {
	from := stmt.Init
	if from == nil {
		if prev, ok := cur.PrevSibling(); ok {
			from, _ = prev.Node().(ast.Stmt)
		}
	}
	assign, ok := from.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || l.object(assign.Lhs[len(assign.Lhs)-1]) != err {
		return nil
	}
	call, _ := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	return call
}

// isMeant reports whether a comment above stmt or in its branch, other than behind a first
// statement that logs, says why the record is not to come again. For a record that cannot be
// decoded, any comment does.
func (l *loop) isMeant(stmt *ast.IfStmt, decodes bool) bool {
	file := l.Fset.File(stmt.Pos())
	logged := 0 // the line of the first statement
	if first, ok := stmt.Body.List[0].(*ast.ExprStmt); ok {
		logged = file.Line(first.End())
	}
	for _, f := range l.Files {
		if f.FileStart > stmt.Pos() || stmt.Pos() >= f.FileEnd {
			continue
		}
		return slices.ContainsFunc(f.Comments, func(group *ast.CommentGroup) bool {
			return group.Pos() < stmt.End() && file.Line(group.End())+1 >= file.Line(stmt.Pos()) && file.Line(group.Pos()) != logged &&
				(decodes || knowledge.IsDeliberate(group.Text()))
		})
	}
	return false
}
