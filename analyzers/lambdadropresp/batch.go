package lambdadropresp

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// someFailed reports whether r stands where some records are known to have failed, and not
// all of them: if len(failures) > 0.
func (c checker) someFailed(r *lambdaresp.Return) bool {
	some := false
	for cur := r.Cursor; cur != c.Func; cur = cur.Parent() {
		if cur.ParentEdgeKind() != edge.IfStmt_Body {
			continue
		}
		for cond := range cur.Parent().ChildAt(edge.IfStmt_Cond, -1).Preorder((*ast.BinaryExpr)(nil)) {
			bin := cond.Node().(*ast.BinaryExpr)
			switch x, y := c.isLen(bin.X), c.isLen(bin.Y); bin.Op {
			case token.EQL, token.GEQ:
				if x && y {
					return false // all
				}
			case token.GTR, token.NEQ:
				some = some || x && !y && c.isZero(bin.Y)
			}
		}
	}
	return some
}

func (c checker) isLen(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(c.pass.TypesInfo, call).(*types.Builtin)
	return ok && fn.Name() == "len"
}

func (c checker) isZero(e ast.Expr) bool {
	value := c.pass.TypesInfo.Types[e].Value
	return value != nil && value.ExactString() == "0"
}
