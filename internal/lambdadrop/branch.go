package lambdadrop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A Branch is where the program goes if an error is not nil.
type Branch struct {
	*Scope
	Stmt *ast.IfStmt
	Body *ast.BlockStmt
	Cur  inspector.Cursor // of Stmt
	Err  *types.Var

	Call  *ast.CallExpr // returns the error
	Value ssa.Value     // the error

	// Inner is the function of the branch, a literal in the scope or that of the scope, and returns are its returns.
	Inner   inspector.Cursor
	returns []*lambdaresp.Return
}

// branch returns the branch of the if statement at cur for an error, nil if it has none.
func (s *Scope) branch(cur inspector.Cursor) *Branch {
	b := &Branch{Scope: s, Stmt: cur.Node().(*ast.IfStmt), Cur: cur}
	// have: if err != nil { ... }, or if err == nil { ... } else { ... }
	cond, ok := ast.Unparen(b.Stmt.Cond).(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	x := cond.X
	if s.info.Types[x].IsNil() {
		x = cond.Y
	} else if !s.info.Types[cond.Y].IsNil() {
		return nil
	}
	switch cond.Op {
	case token.NEQ:
		b.Body = b.Stmt.Body
	case token.EQL:
		b.Body, _ = b.Stmt.Else.(*ast.BlockStmt)
	}
	if b.Err, _ = s.Object(x).(*types.Var); b.Err == nil || b.Body == nil || len(b.Body.List) == 0 {
		return nil
	}
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		b.Inner, b.returns = fn, s.Returns
		break
	}
	if b.Inner != s.Func {
		if s.signature(b.Inner).Results().Len() > 1 {
			return nil
		}
		b.returns = s.responses.ReturnsOf(b.Inner)
	}
	return b
}

// goesOn reports whether the branch does nothing but logging and cleaning up, and all has worked for whoever calls
// the function.
func (b *Branch) goesOn() bool {
	for _, stmt := range b.Body.List {
		switch stmt := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := stmt.X.(*ast.CallExpr); !ok || !b.Logs(call) && !b.cleansUp(call) {
				return false
			}
		case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			if !b.choosesWords(stmt) {
				return false
			}
		case *ast.SendStmt:
			if !b.isDone(stmt) {
				return false
			}
		case *ast.AssignStmt: // wrapped := fmt.Errorf("order %s: %w", id, err), or err = fmt.Errorf("order %s: %w", id, err)
			if stmt.Tok != token.DEFINE && (len(stmt.Lhs) != 1 || b.Object(stmt.Lhs[0]) != b.Err) || slices.ContainsFunc(stmt.Rhs, func(e ast.Expr) bool { return !b.Logs(e) }) {
				return false
			}
		case *ast.IncDecStmt:
			if !b.onlyLogged(stmt.X) {
				return false
			}
		case *ast.BranchStmt:
			if stmt.Tok != token.CONTINUE && (stmt.Tok != token.BREAK || stmt.Label != nil || b.Loops() && b.breaksOther()) {
				return false
			}
		case *ast.ReturnStmt:
			return len(stmt.Results) == 0 && b.signature(b.Inner).Results().Len() == 0 ||
				slices.ContainsFunc(b.returns, func(ret *lambdaresp.Return) bool {
					return ret.Stmt == stmt && ret.ErrNil && ret.Response != lambdaresp.Written && !b.Calls(ret.ResponseExpr)
				})
		default:
			return false
		}
	}
	pos := b.Stmt.End()
	if b.Inner == b.Func && b.Loops() {
		pos = b.Scope.Cur.Node().End()
	}
	return b.succeeds(b.Inner, b.returns, pos)
}

// breaksOther reports whether a break in the branch ends something in the loop.
func (b *Branch) breaksOther() bool {
	for outer := range b.Cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.SwitchStmt)(nil), (*ast.TypeSwitchStmt)(nil), (*ast.SelectStmt)(nil)) {
		return outer != b.Scope.Cur
	}
	return true
}

// Logs reports whether e logs something, or makes what is logged, and no call in it does more.
func (f *Finder) Logs(e ast.Expr) bool {
	only := true
	ast.Inspect(e, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok && !f.info.Types[inner.Fun].IsType() {
			switch fn := typeutil.Callee(f.info, inner).(type) {
			case *types.Func:
				only = only && (knowledge.PreparesLog(fn) || knowledge.Traces(fn) || isOfError(fn)) && !knowledge.NamesExit(fn.Name())
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
func (f *Finder) onlyLogged(e ast.Expr) bool {
	v, ok := f.Object(e).(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return false
	}
	for use := range f.responses.UsesOf(v) {
		if use.ParentEdgeKind() != edge.IncDecStmt_X && !f.inLog(use) {
			return false
		}
	}
	return true
}

// inLog reports whether cur stands in a statement that logs, or asks whether there is something to log.
func (f *Finder) inLog(cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.ExprStmt)(nil), (*ast.BlockStmt)(nil)) {
		stmt, ok := outer.Node().(*ast.ExprStmt)
		return ok && f.Logs(stmt.X)
	}
	return false
}

// made returns the call that the error comes from, which stands in the header of the statement, or above it
// in the same block.
func (b *Branch) made() *ast.CallExpr {
	if b.Stmt.Init != nil {
		return b.madeIn(b.Stmt.Init)
	}
	for prev, ok := b.Cur.PrevSibling(); ok; prev, ok = prev.PrevSibling() {
		if assign, ok := prev.Node().(*ast.AssignStmt); ok && slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return b.Object(lhs) == b.Err }) {
			return b.madeIn(assign)
		}
	}
	return nil
}

func (b *Branch) madeIn(stmt ast.Stmt) *ast.CallExpr {
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || b.Object(assign.Lhs[len(assign.Lhs)-1]) != b.Err {
		return nil
	}
	call, _ := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	return call
}

// isMeant reports whether a comment above the statement or in it, other than behind a first
// statement that logs, says why the record is not to come again. For a record that cannot be
// decoded, any comment does.
func (b *Branch) isMeant(decodes bool) bool {
	file := b.fset.File(b.Stmt.Pos())
	logged := 0 // the line of the first statement
	if first, ok := b.Body.List[0].(*ast.ExprStmt); ok {
		logged = file.Line(first.End())
	}
	return slices.ContainsFunc(b.File().Comments, func(group *ast.CommentGroup) bool {
		return file.Line(group.Pos()) != logged && b.isNear(group) && (decodes || knowledge.IsDeliberate(group.Text()))
	})
}

// Says reports whether a comment above the statement or in it says what is asked for.
func (b *Branch) Says(asked func(comment *ast.CommentGroup) bool) bool {
	return slices.ContainsFunc(b.File().Comments, func(group *ast.CommentGroup) bool { return b.isNear(group) && asked(group) })
}

// IsAccepted reports whether a comment above the loop, above the statement or in it says that the work goes on
// whatever fails.
func (b *Branch) IsAccepted() bool {
	return slices.ContainsFunc(b.File().Comments, func(group *ast.CommentGroup) bool {
		return (b.isNear(group) || b.Loops() && b.isAbove(group, b.Scope.Cur.Node())) && knowledge.AcceptsFailure(group.Text())
	})
}

// File returns the file of the branch.
func (b *Branch) File() *ast.File {
	for cur := range b.Cur.Enclosing((*ast.File)(nil)) {
		return cur.Node().(*ast.File)
	}
	return nil
}

// isNear reports whether group stands above the statement, or in the branch.
func (b *Branch) isNear(group *ast.CommentGroup) bool {
	return b.isAbove(group, b.Stmt) || b.Body.Pos() < group.Pos() && group.Pos() < b.Body.End()
}

// isAbove reports whether group stands before n, on the same line or the one above.
func (f *Finder) isAbove(group *ast.CommentGroup, n ast.Node) bool {
	file := f.fset.File(n.Pos())
	return group.Pos() < n.Pos() && file.Line(group.End())+1 >= file.Line(n.Pos())
}
