package lambdaerrtype

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// dumped reports the pointer v to an InvokeResponse_Error, where it is taken if that can be seen, and
// at ret otherwise.
func (c *checker) dumped(ret *lambdaresp.Return, v ssa.Value) {
	const message = "*messages.InvokeResponse_Error is sent as a Go dump; return the value"
	if lit, ok := v.(*ssa.Alloc); ok {
		if cur, ok := c.Responses.Program().Syntax(lit); ok {
			if addr, ok := cur.Parent().Node().(*ast.UnaryExpr); ok && addr.Op == token.AND {
				c.report(rule.Finding{
					Range:   addr,
					Message: message,
					Fix:     "return the value",
					Edit:    func() *fix.Editor { return c.value(cur.Parent(), addr) },
				})
				return
			}
		}
	}
	if ret.ErrExpr != nil {
		c.report(rule.Finding{Range: ret.ErrExpr, Message: message})
	}
}

// value returns the editor of the fix that takes the value in place of its address, which is the
// expression at cur, nil where only the address is of the type that is wanted there:
//
//	return out, &messages.InvokeResponse_Error{Message: text} => return out, messages.InvokeResponse_Error{Message: text}
func (c *checker) value(cur inspector.Cursor, addr *ast.UnaryExpr) *fix.Editor {
	e := c.Fixes.Editor(addr.Pos())
	if e == nil || !c.isReturnedError(cur) {
		return nil
	}
	e.ReplaceRange(addr.Pos(), addr.X.Pos(), "")
	return e
}

// isReturnedError reports whether the expression at cur is returned as an error, so that it may be of any
// error type.
func (c *checker) isReturnedError(cur inspector.Cursor) bool {
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	kind, i := cur.ParentEdge()
	if kind != edge.ReturnStmt_Results {
		return false
	}
	fn := fix.FunctionOf(c.TypesInfo, cur)
	return fn != nil && i < fn.Sig.Results().Len() && awssdk.IsError(fn.Sig.Results().At(i).Type())
}
