package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

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
		if inner, ok := n.(*ast.CallExpr); ok && !l.pass.TypesInfo.Types[inner.Fun].IsType() {
			fn, _ := typeutil.Callee(l.pass.TypesInfo, inner).(*types.Func)
			only = only && fn != nil && knowledge.PreparesLog(fn)
		}
		return only
	})
	return only
}

// isRead reports whether anything but checks like stmt reads the error err.
func (l *loop) isRead(err types.Object, stmt *ast.IfStmt) bool {
	for id, obj := range l.pass.TypesInfo.Uses {
		if obj != err || stmt.Pos() <= id.Pos() && id.Pos() < stmt.End() {
			continue
		}
		cur, ok := l.root.FindNode(id)
		if !ok || !isAssigned(id, cur) && !l.inCheck(cur, err) {
			return true
		}
	}
	// A named result is read by every return.
	results := l.handler.Sig.Results()
	return results.Len() > 0 && results.At(results.Len()-1) == err
}

// isAssigned reports whether the identifier at cur is what a statement assigns to.
func isAssigned(id *ast.Ident, cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	return ok && slices.Contains(assign.Lhs, ast.Expr(id))
}

// inCheck reports whether cur stands in a check whether err is nil, or in its branch.
func (l *loop) inCheck(cur inspector.Cursor, err types.Object) bool {
	for outer := range cur.Enclosing((*ast.IfStmt)(nil)) {
		stmt := outer.Node().(*ast.IfStmt)
		if cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr); ok && l.object(cond.X) == err && l.pass.TypesInfo.Types[cond.Y].IsNil() {
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

// after matches the names of functions that are called when all is done.
var after = lazyregexp.New(`^(Close|Sync|Flush|Rollback|Remove|RemoveAll|Unlock|DeleteMessage|DeleteMessageBatch|ChangeMessageVisibility|PutMetricData)$`)

// harmless reports whether the record has been processed even if call fails.
func (l *loop) harmless(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(l.pass.TypesInfo, call).(*types.Func)
	return ok && after().MatchString(fn.Name())
}

// decoding matches the names of functions that take apart what a record holds.
var decoding = lazyregexp.New(`Unmarshal|Decode|Parse|Atoi`)

func (l *loop) decodes(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(l.pass.TypesInfo, call).(*types.Func)
	return ok && decoding().MatchString(fn.Name())
}

// meant matches comments which say that a failure is no reason to try again.
var meant = lazyregexp.New(`(?i)retr(y|ied|ies)|\b(skip|ignor|drop|poison|best.effort|never|fatal|on purpose|intention|deliberate)`)

// isMeant reports whether a comment above stmt or in its branch, other than behind a first statement that
// logs, says why the record is not to come again. For a record that cannot be decoded, any comment does.
func (l *loop) isMeant(stmt *ast.IfStmt, call *ast.CallExpr) bool {
	file := l.pass.Fset.File(stmt.Pos())
	line := 0
	if first, ok := stmt.Body.List[0].(*ast.ExprStmt); ok {
		line = file.Line(first.End())
	}
	for _, f := range l.pass.Files {
		if f.FileStart > stmt.Pos() || stmt.Pos() >= f.FileEnd {
			continue
		}
		for _, group := range f.Comments {
			if group.Pos() < stmt.End() && file.Line(group.End())+1 >= file.Line(stmt.Pos()) && file.Line(group.Pos()) != line &&
				(l.decodes(call) || meant().MatchString(group.Text())) {
				return true
			}
		}
	}
	return false
}
