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
	for cur := r.Cursor; cur.Valid() && cur != c.Func; cur = cur.Parent() {
		if cur.ParentEdgeKind() != edge.IfStmt_Body {
			continue
		}
		cond := cur.Parent().Node().(*ast.IfStmt).Cond
		ast.Inspect(cond, func(n ast.Node) bool {
			bin, ok := n.(*ast.BinaryExpr)
			if !ok {
				return true
			}
			x, y := c.isLen(bin.X), c.isLen(bin.Y)
			switch bin.Op {
			case token.EQL, token.GEQ:
				if x && y {
					some, cur = false, c.Func // all
					return false
				}
			case token.GTR, token.NEQ:
				some = some || x && !y && c.isZero(bin.Y)
			}
			return true
		})
		if cur == c.Func {
			return false
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
