package lambdaerrtype

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
)

// dumped reports the pointer v to an InvokeResponse_Error, where it is taken if that can be seen, and
// at ret otherwise.
func (c *checker) dumped(ret *handler.Return, v ssa.Value) {
	const message = "*messages.InvokeResponse_Error is sent as a Go dump; return the value"
	if _, ok := v.(*ssa.Alloc); ok {
		if cur, ok := c.at(v.Pos()); ok {
			if addr, ok := cur.Parent().Node().(*ast.UnaryExpr); ok && addr.Op == token.AND {
				e := fix.New(c.pass, addr.Pos())
				if c.isReturnedError(cur.Parent()) && e != nil {
					e.ReplaceRange(addr.Pos(), addr.X.Pos(), "")
				}
				c.report(addr, message, e.Fix("return the value"))
				return
			}
		}
	}
	if ret.ErrExpr != nil {
		c.report(ret.ErrExpr, message, nil)
	}
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
	fn := fix.FunctionOf(c.pass.TypesInfo, cur)
	return fn != nil && i < fn.Sig.Results().Len() && awssdk.IsError(fn.Sig.Results().At(i).Type())
}
