package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// FailsAtOnce reports whether f may return an error at cur and do nothing else: it does not collect its
// errors to return them all in the end, makes no response of them, and above cur it does not tidy up before it returns one.
// Nor does it handle one record of several there, go on with other items where one of them fails, or still have to wait for
// goroutines.
func (f *Function) FailsAtOnce(cur inspector.Cursor) bool {
	if f.Responds() || f.handlesRecord(cur) || f.goesOnWithOthers(cur) || f.waits(cur) {
		return false
	}
	collects := false
	var above *ast.IfStmt // the last one that returns an error
	kinds := []ast.Node{(*ast.FuncLit)(nil), (*ast.AssignStmt)(nil), (*ast.IfStmt)(nil)}
	f.cur.Inspect(kinds, func(c inspector.Cursor) bool {
		switch n := c.Node().(type) {
		case *ast.FuncLit:
			return n == f.Node
		case *ast.AssignStmt:
			collects = collects || f.collectsError(n, cur.Node().Pos())
		case *ast.IfStmt:
			if n.Pos() < cur.Node().Pos() && f.returnsFailure(n) {
				above = n
			}
		}
		return !collects
	})
	return !collects && (above == nil || !f.TidiesUp(above.Body))
}

// handlesRecord reports whether f handles an event and cur is in a loop: an error that is returned there skips the records
// that follow, and with the next try those before it are handled again.
func (f *Function) handlesRecord(cur inspector.Cursor) bool {
	params := f.Sig.Params()
	if params.Len() == 0 {
		return false
	}
	source := handler.RequestSource(params.At(params.Len() - 1).Type())
	return (source == handler.Async || source.IsBatch()) && InLoop(cur)
}

// goesOnWithOthers reports whether the loop around cur goes on with its next item after another failure:
//
//	if err := send(mail); err != nil { log.Print(err); continue }
func (f *Function) goesOnWithOthers(cur inspector.Cursor) bool {
	loop, ok := LoopAround(cur)
	if !ok {
		return false
	}
	for inner := range loop.Preorder((*ast.IfStmt)(nil)) {
		stmt := inner.Node().(*ast.IfStmt)
		if !f.comparesNil(stmt.Cond) || len(stmt.Body.List) < 2 || stmt.Body.Pos() <= cur.Node().Pos() && cur.Node().Pos() < stmt.Body.End() {
			continue
		}
		jump, ok := stmt.Body.List[len(stmt.Body.List)-1].(*ast.BranchStmt)
		if ok && jump.Tok == token.CONTINUE {
			return true
		}
	}
	return false
}

// comparesNil reports whether cond is err != nil.
func (f *Function) comparesNil(cond ast.Expr) bool {
	cmp, ok := cond.(*ast.BinaryExpr)
	return ok && cmp.Op == token.NEQ && awssdk.IsError(f.info.TypeOf(cmp.X)) && f.info.Types[cmp.Y].IsNil()
}

// collectsError reports whether stmt adds an error, or its text, to those of before, which are declared above pos:
//
//	problems = append(problems, err.Error()), errs = errors.Join(errs, err)
func (f *Function) collectsError(stmt *ast.AssignStmt, pos token.Pos) bool {
	if len(stmt.Lhs) != 1 || len(stmt.Rhs) != 1 {
		return false
	}
	call, ok := stmt.Rhs[0].(*ast.CallExpr)
	if !ok || len(call.Args) < 2 || types.ExprString(stmt.Lhs[0]) != types.ExprString(call.Args[0]) || !f.mentionsError(call.Args[1:]...) {
		return false
	}
	if list, ok := f.info.TypeOf(stmt.Lhs[0]).Underlying().(*types.Slice); ok && types.IsInterface(list.Elem()) && !awssdk.IsErrorType(list.Elem()) {
		return false // what to log
	}
	root := stmt.Lhs[0]
	for {
		field, ok := root.(*ast.SelectorExpr)
		if !ok {
			break
		}
		root = field.X
	}
	id, ok := root.(*ast.Ident)
	return !ok || f.info.ObjectOf(id) == nil || f.info.ObjectOf(id).Pos() < pos
}

// mentionsError reports whether an error is a part of one of exprs.
func (f *Function) mentionsError(exprs ...ast.Expr) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			x, ok := n.(ast.Expr)
			found = found || ok && !f.info.Types[x].IsType() && awssdk.IsErrorType(f.info.TypeOf(x))
			return !found
		})
	}
	return found
}

// returnsFailure reports whether the body of stmt, which is entered where some error is not nil, returns an error.
func (f *Function) returnsFailure(stmt *ast.IfStmt) bool {
	if len(stmt.Body.List) == 0 || !f.comparesError(stmt.Cond, token.NEQ) {
		return false
	}
	ret, ok := stmt.Body.List[len(stmt.Body.List)-1].(*ast.ReturnStmt)
	if !ok {
		return false
	}
	n := len(ret.Results)
	return n == 0 || !f.info.Types[ret.Results[n-1]].IsNil()
}

// TidiesUp reports whether body, which is entered where some error is not nil, does more than to log it,
// to look what it is and to return it.
func (f *Function) TidiesUp(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExprStmt:
			call, ok := n.X.(*ast.CallExpr)
			found = found || !ok || !f.tells(call)
		case *ast.AssignStmt:
			found = found || f.tidiesBy(n)
		case *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt, *ast.IncDecStmt:
			found = true
		case *ast.FuncLit:
			return false
		}
		return !found
	})
	return found
}

// tidiesBy reports whether the assignment stmt does something about a failure: it sets a field, or calls a
// function for the error that that returns, and not to wrap one.
func (f *Function) tidiesBy(stmt *ast.AssignStmt) bool {
	for _, left := range stmt.Lhs {
		switch left := ast.Unparen(left).(type) {
		case *ast.Ident:
			if left.Name != "_" && !awssdk.IsErrorType(f.info.TypeOf(left)) {
				continue
			}
			for _, right := range stmt.Rhs {
				if call, ok := ast.Unparen(right).(*ast.CallExpr); ok && !f.mentionsError(call.Args...) && !f.info.Types[call.Fun].IsType() {
					return true
				}
			}
		default:
			return true
		}
	}
	return false
}

// tells reports whether call logs.
func (f *Function) tells(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(f.info, call).(*types.Func)
	return ok && (knowledge.MayLog(fn) || knowledge.PreparesLog(fn) || knowledge.Traces(fn))
}
