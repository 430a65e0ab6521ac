package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A branch is where the program goes if an error is not nil.
type branch struct {
	*loop
	stmt *ast.IfStmt
	cur  inspector.Cursor // of stmt
	body *ast.BlockStmt
	err  *types.Var

	// inner is the function of the branch, a literal in the loop or that of the loop, and returns are its returns.
	inner   inspector.Cursor
	returns []*lambdaresp.Return
}

// branch returns the branch of the if statement at cur for an error, nil if it has none.
func (l *loop) branch(cur inspector.Cursor) *branch {
	b := &branch{loop: l, stmt: cur.Node().(*ast.IfStmt), cur: cur}
	// have: if err != nil { ... }, or if err == nil { ... } else { ... }
	cond, ok := ast.Unparen(b.stmt.Cond).(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	x := cond.X
	if l.TypesInfo.Types[x].IsNil() {
		x = cond.Y
	} else if !l.TypesInfo.Types[cond.Y].IsNil() {
		return nil
	}
	switch cond.Op {
	case token.NEQ:
		b.body = b.stmt.Body
	case token.EQL:
		b.body, _ = b.stmt.Else.(*ast.BlockStmt)
	}
	if b.err, _ = l.object(x).(*types.Var); b.err == nil || b.body == nil || len(b.body.List) == 0 {
		return nil
	}
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		b.inner, b.returns = fn, l.returns
		break
	}
	if b.inner != l.fn {
		if l.signature(b.inner).Results().Len() > 1 {
			return nil
		}
		b.returns = l.Responses.ReturnsOf(b.inner)
	}
	return b
}

// goesOn reports whether the branch does nothing but logging, and all has worked for whoever calls the
// function.
func (b *branch) goesOn() bool {
	for _, stmt := range b.body.List {
		switch stmt := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := stmt.X.(*ast.CallExpr); !ok || !b.logs(call) {
				return false
			}
		case *ast.AssignStmt: // wrapped := fmt.Errorf("order %s: %w", id, err)
			if stmt.Tok != token.DEFINE || slices.ContainsFunc(stmt.Rhs, func(e ast.Expr) bool { return !b.logs(e) }) {
				return false
			}
		case *ast.IncDecStmt:
			if !b.onlyLogged(stmt.X) {
				return false
			}
		case *ast.BranchStmt:
			if stmt.Tok != token.CONTINUE && (stmt.Tok != token.BREAK || stmt.Label != nil || b.breaksOther()) {
				return false
			}
		case *ast.ReturnStmt:
			return len(stmt.Results) == 0 && b.signature(b.inner).Results().Len() == 0 ||
				slices.ContainsFunc(b.returns, func(ret *lambdaresp.Return) bool {
					return ret.Stmt == stmt && ret.ErrNil && ret.Response != lambdaresp.Written && !b.makes(ret.ResponseExpr)
				})
		default:
			return false
		}
	}
	pos := b.stmt.End()
	if b.inner == b.fn && b.list != nil {
		pos = b.loop.cur.Node().End()
	}
	return b.succeeds(b.inner, b.returns, pos)
}

// breaksOther reports whether a break in the branch ends something in the loop.
func (b *branch) breaksOther() bool {
	for outer := range b.cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.SwitchStmt)(nil), (*ast.TypeSwitchStmt)(nil), (*ast.SelectStmt)(nil)) {
		return outer != b.loop.cur
	}
	return true
}

// logs reports whether e logs something, or makes what is logged, and no call in it does more.
func (c checker) logs(e ast.Expr) bool {
	only := true
	ast.Inspect(e, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok && !c.TypesInfo.Types[inner.Fun].IsType() {
			switch fn := typeutil.Callee(c.TypesInfo, inner).(type) {
			case *types.Func:
				only = only && (knowledge.PreparesLog(fn) || knowledge.Traces(fn))
			case *types.Builtin:
				only = only && fn.Name() == "len"
			default:
				only = false
			}
		}
		return only
	})
	return only
}

// onlyLogged reports whether e is a variable that counts something, and is logged and nothing else.
func (c checker) onlyLogged(e ast.Expr) bool {
	v, ok := c.object(e).(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return false
	}
	for use := range c.Responses.UsesOf(v) {
		if use.ParentEdgeKind() != edge.IncDecStmt_X && !c.inLog(use) {
			return false
		}
	}
	return true
}

// inLog reports whether cur stands in a statement that logs, or asks whether there is something to log.
func (c checker) inLog(cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.ExprStmt)(nil), (*ast.BlockStmt)(nil)) {
		stmt, ok := outer.Node().(*ast.ExprStmt)
		return ok && c.logs(stmt.X)
	}
	return false
}

// made returns the call that the error comes from, which stands in the header of the statement, or above it
// in the same block.
func (b *branch) made() *ast.CallExpr {
	if b.stmt.Init != nil {
		return b.madeIn(b.stmt.Init)
	}
	for prev, ok := b.cur.PrevSibling(); ok; prev, ok = prev.PrevSibling() {
		if assign, ok := prev.Node().(*ast.AssignStmt); ok && slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return b.object(lhs) == b.err }) {
			return b.madeIn(assign)
		}
	}
	return nil
}

func (b *branch) madeIn(stmt ast.Stmt) *ast.CallExpr {
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || b.object(assign.Lhs[len(assign.Lhs)-1]) != b.err {
		return nil
	}
	call, _ := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	return call
}

// isMeant reports whether a comment above the statement or in it, other than behind a first
// statement that logs, says why the record is not to come again. For a record that cannot be
// decoded, any comment does.
func (b *branch) isMeant(decodes bool) bool {
	file := b.Fset.File(b.stmt.Pos())
	logged := 0 // the line of the first statement
	if first, ok := b.body.List[0].(*ast.ExprStmt); ok {
		logged = file.Line(first.End())
	}
	return slices.ContainsFunc(b.file().Comments, func(group *ast.CommentGroup) bool {
		return file.Line(group.Pos()) != logged && b.isNear(group) && (decodes || knowledge.IsDeliberate(group.Text()))
	})
}

// isAccepted reports whether a comment above the loop, above the statement or in it says that the work goes on
// whatever fails.
func (b *branch) isAccepted() bool {
	return slices.ContainsFunc(b.file().Comments, func(group *ast.CommentGroup) bool {
		return (b.isNear(group) || b.list != nil && b.isAbove(group, b.loop.cur.Node())) && knowledge.AcceptsFailure(group.Text())
	})
}

// file returns the file of the branch.
func (b *branch) file() *ast.File {
	for cur := range b.cur.Enclosing((*ast.File)(nil)) {
		return cur.Node().(*ast.File)
	}
	return nil
}

// isNear reports whether group stands above the statement, or in the branch.
func (b *branch) isNear(group *ast.CommentGroup) bool {
	return b.isAbove(group, b.stmt) || b.body.Pos() < group.Pos() && group.Pos() < b.body.End()
}

// isAbove reports whether group stands before n, on the same line or the one above.
func (c checker) isAbove(group *ast.CommentGroup, n ast.Node) bool {
	file := c.Fset.File(n.Pos())
	return group.Pos() < n.Pos() && file.Line(group.End())+1 >= file.Line(n.Pos())
}
