package lambdadrop

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// TellsLater reports whether what the loop has counted or collected decides below it whether there are failures.
func (s *Scope) TellsLater() bool {
	if !s.Loops() {
		return false
	}
	set := s.setInLoop()
	end := s.Cur.Node().End()
	told := false
	s.Func.Inspect([]ast.Node{(*ast.IfStmt)(nil), (*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)}, func(cur inspector.Cursor) bool {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			return cur == s.Func
		case *ast.IfStmt:
			// have: if done < len(event.Records) { return errIncomplete }
			told = told || n.Pos() >= end && s.Mentions(n.Cond, set) && s.fails(n.Body)
		case *ast.ReturnStmt:
			// have: return failuresBut(done), nil
			told = told || n.Pos() >= end && len(n.Results) == 2 && s.Calls(n.Results[0]) && s.Mentions(n.Results[0], set)
		}
		return !told
	})
	return told
}

// setInLoop returns the variables, errors aside, that live outside the loop and get another value in it.
func (s *Scope) setInLoop() map[types.Object]bool {
	set := make(map[types.Object]bool)
	ast.Inspect(s.Body, func(n ast.Node) bool {
		var exprs []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			exprs = n.Lhs
		case *ast.IncDecStmt:
			exprs = []ast.Expr{n.X}
		}
		for _, e := range exprs {
			if at, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
				e = at.X
			}
			if v, ok := s.Object(e).(*types.Var); ok && v.Pos() < s.Cur.Node().Pos() && !types.IsInterface(v.Type()) {
				set[v] = true
			}
		}
		return true
	})
	return set
}

// Derived adds to given, variables, those in body that hold something made of one of them, errors aside, and returns it.
func (f *Finder) Derived(body ast.Node, given map[types.Object]bool) map[types.Object]bool {
	return ssaflow.Derived(f.info, body, given, awssdk.IsErrorType)
}

// Mentions reports whether e uses one of the variables.
func (f *Finder) Mentions(e ast.Node, set map[types.Object]bool) bool {
	return ssaflow.Mentions(f.info, e, set)
}

// Calls reports whether e calls something.
func (*Finder) Calls(e ast.Expr) bool {
	if e == nil {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, ok := n.(*ast.CallExpr)
		found = found || ok
		return !found
	})
	return found
}

// fails reports whether body ends with an error, or tells of a failure.
func (s *Scope) fails(body *ast.BlockStmt) bool {
	if n := len(body.List); n > 0 && returnsError(s.Returns, body.List[n-1]) {
		return true
	}
	return s.tells(body)
}
