package lambdadrop

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// cleansUp reports whether call closes or removes what the failure leaves behind.
func (f *Finder) cleansUp(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(f.info, call).(*types.Func)
	return ok && knowledge.CleansUp(fn.Name())
}

// choosesWords reports whether stmt, a statement of the branch, does no more than ask which error it is, and
// log that one, in other words:
//
//	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
//		log.Print(apiErr.ErrorCode(), apiErr)
//	} else {
//		log.Print(err)
//	}
func (b *Branch) choosesWords(stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		return b.logsError(stmt.X)
	case *ast.BlockStmt:
		return b.choose(stmt.List)
	case *ast.IfStmt:
		return b.asks(stmt.Init) && b.asks(stmt.Cond) && stmt.Else != nil && b.choose(stmt.Body.List) && b.choosesWords(stmt.Else)
	case *ast.SwitchStmt:
		return b.asks(stmt.Init) && b.asks(stmt.Tag) && b.cases(stmt.Body)
	case *ast.TypeSwitchStmt:
		return b.asks(stmt.Init) && b.asks(stmt.Assign) && b.cases(stmt.Body)
	}
	return false
}

// forWords reports whether instr uses v in a statement of the branch that only chooses words.
func (b *Branch) forWords(instr ssa.Instruction, v ssa.Value) bool {
	pos := instr.Pos()
	if extract, ok := v.(*ssa.Extract); ok && !pos.IsValid() {
		pos = extract.Tuple.Pos() // instr asks whether the error is of a type
	}
	return slices.ContainsFunc(b.Body.List, func(stmt ast.Stmt) bool {
		switch stmt.(type) {
		case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			return stmt.Pos() <= pos && pos < stmt.End()
		}
		return false
	})
}

// cases reports whether body, that of a switch statement, has a case for every error, and all do no more than choose words.
func (b *Branch) cases(body *ast.BlockStmt) bool {
	whole := false
	for _, stmt := range body.List {
		clause := stmt.(*ast.CaseClause)
		whole = whole || clause.List == nil
		if !b.choose(clause.Body) {
			return false
		}
	}
	return whole
}

func (b *Branch) choose(list []ast.Stmt) bool {
	for _, stmt := range list {
		if !b.choosesWords(stmt) {
			return false
		}
	}
	return len(list) > 0
}

// asks reports whether n, which may be nil, calls nothing but what asks an error which one it is.
func (b *Branch) asks(n ast.Node) bool {
	only := true
	if n == nil {
		return true
	}
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn, ok := typeutil.Callee(b.info, call).(*types.Func)
			only = only && ok && (fn.Pkg() != nil && fn.Pkg().Path() == "errors" || isOfError(fn))
		}
		return only
	})
	return only
}

// isOfError reports whether fn is a method of errors without parameters, which asks what the error says.
func isOfError(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && fn.Signature().Params().Len() == 0 && awssdk.IsErrorType(recv.Type())
}

// logsError reports whether e logs an error, or what it says, and does no more.
func (b *Branch) logsError(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			v, ok := b.info.Uses[id].(*types.Var)
			found = found || ok && awssdk.IsErrorType(v.Type())
		}
		return !found
	})
	return found && b.Logs(e)
}

// isDone reports whether stmt only tells that the function is at its end: what it sends in the branch is sent as well where all
// has worked.
func (b *Branch) isDone(stmt *ast.SendStmt) bool {
	for cur := range b.Inner.Preorder((*ast.SendStmt)(nil)) {
		other := cur.Node().(*ast.SendStmt)
		if cur.Parent().Parent() == b.Inner && types.ExprString(other.Chan) == types.ExprString(stmt.Chan) && types.ExprString(other.Value) == types.ExprString(stmt.Value) {
			return true
		}
	}
	return false
}
