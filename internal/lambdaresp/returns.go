package lambdaresp

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Return is a return statement of a handler that can be reached. Those of the function literals
// in the handler are not its own.
type Return struct {
	Cursor inspector.Cursor // *ast.ReturnStmt
	Stmt   *ast.ReturnStmt
	Block  *ssa.BasicBlock

	// ResponseExpr and ErrExpr are the expressions of the results, nil where there are none: in a
	// naked return, and where one call has all results.
	ResponseExpr, ErrExpr ast.Expr

	// Response is what the response holds, Unclear if the handler has none, and Value the response.
	Response Content
	Value    ssa.Value

	// Err is the error, nil if the handler has none. At most one of ErrNil and ErrNonNil is true.
	Err               ssa.Value
	ErrNil, ErrNonNil bool
}

// Returns returns the return statements of h in source order.
func (s *Set) Returns(h *handler.Handler) []*Return { return s.ReturnsOf(h.Func) }

// ReturnsOf returns those of the function at cur.
func (s *Set) ReturnsOf(cur inspector.Cursor) []*Return {
	fn := s.Program().Func(cur.Node())
	if fn == nil {
		return nil
	}
	reached := make(map[token.Pos]*ssa.Return)
	for _, ret := range ssaflow.Returns(fn) {
		reached[ret.Pos()] = ret
	}
	var returns []*Return
	for _, stmt := range handler.ReturnStmts(cur) {
		ret := reached[stmt.Return]
		if at, ok := cur.FindNode(stmt); ok && ret != nil {
			returns = append(returns, s.newReturn(at, ret))
		}
	}
	return returns
}

func (s *Set) newReturn(cur inspector.Cursor, ret *ssa.Return) *Return {
	results, block := ssaflow.Returned(ret)
	r := &Return{Cursor: cur, Stmt: cur.Node().(*ast.ReturnStmt), Block: block}
	n := len(results)
	if n == 0 {
		return r
	}
	r.Err = results[n-1]
	r.ErrNil = ssaflow.IsNil(r.Err)
	r.ErrNonNil = s.NonNil(r.Err, block)
	if n == 2 {
		r.Value = results[0]
		r.Response = s.content(results[0], block)
	}
	if len(r.Stmt.Results) == n {
		r.ErrExpr = r.Stmt.Results[n-1]
		if n == 2 {
			r.ResponseExpr = r.Stmt.Results[0]
		}
	}
	return r
}
