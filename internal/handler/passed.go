package handler

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// isPassedOn reports whether the function around call returns its results as they are:
//
//	return inner(ctx, r)
//	resp, err := inner(ctx, r); log.Print(resp.StatusCode); return resp, err
func (f *finder) isPassedOn(call inspector.Cursor) bool {
	switch n := call.Parent().Node().(type) {
	case *ast.ReturnStmt:
		return len(n.Results) == 1
	case *ast.AssignStmt:
		return len(n.Rhs) == 1 && f.returnsAll(call.Parent(), n)
	}
	return false
}

// returnsAll reports whether the function around the assignment at cur returns all that is assigned, and only looks at it
// before.
func (f *finder) returnsAll(cur inspector.Cursor, assign *ast.AssignStmt) bool {
	var fn inspector.Cursor
	for fn = range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		break
	}
	vars := make([]*types.Var, len(assign.Lhs))
	for i, lhs := range assign.Lhs {
		id, _ := lhs.(*ast.Ident)
		if id == nil {
			return false
		}
		if vars[i], _ = f.info.ObjectOf(id).(*types.Var); vars[i] == nil || !f.onlyLookedAt(fn, vars[i], assign) {
			return false
		}
	}
	passed := false
	for _, ret := range ReturnStmts(fn) {
		if ret.Pos() < assign.Pos() {
			continue
		}
		if len(ret.Results) != len(vars) {
			return false
		}
		for i, result := range ret.Results {
			if id, ok := ast.Unparen(result).(*ast.Ident); !ok || f.info.Uses[id] != vars[i] {
				return false
			}
		}
		passed = true
	}
	return passed
}

// onlyLookedAt reports whether the function at fn gives v no value but by assign, and lets nobody else change what v holds.
func (f *finder) onlyLookedAt(fn inspector.Cursor, v *types.Var, assign *ast.AssignStmt) bool {
	for cur := range fn.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if f.info.ObjectOf(id) != v || assign.Pos() <= id.Pos() && id.Pos() < assign.End() && slices.Contains(assign.Lhs, ast.Expr(id)) {
			continue
		}
		if f.info.Defs[id] == v {
			continue // var resp Response, or a result
		}
		for cur.ParentEdgeKind() == edge.SelectorExpr_X {
			cur = cur.Parent()
		}
		switch n := cur.Parent().Node().(type) {
		case *ast.ReturnStmt, *ast.BinaryExpr:
		case *ast.CallExpr: // err.Error(), or what logs
			if cur.ParentEdgeKind() == edge.CallExpr_Fun {
				if sel, ok := n.Fun.(*ast.SelectorExpr); !ok || sel.Sel.Name != "Error" {
					return false
				}
				break
			}
			fn, ok := typeutil.Callee(f.info, n).(*types.Func)
			if !ok || !knowledge.PreparesLog(fn) {
				return false
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				return false
			}
		default:
			return false
		}
	}
	return true
}
