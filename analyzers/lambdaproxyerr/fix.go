package lambdaproxyerr

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix of r, nil where none is certain to be right. all are the
// returns of the handler that are reported.
//
//	return response{}, err => return errorResponse(err), nil
func (c checker) edit(r *lambdaresp.Return, all []*lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(r.Stmt)
	if e == nil || !r.ErrNonNil {
		return nil
	}
	err := c.Sig.Results().At(1).Name() // of a naked return
	switch {
	case r.ErrExpr != nil:
		if !c.droppable(r.ResponseExpr, all) {
			return nil
		}
		err = e.Source(r.ErrExpr)
	case len(r.Stmt.Results) > 0 || err == "_":
		return nil
	}
	e.Replace(r.Stmt, "return "+e.ErrorResponse(c.Response())+"("+err+"), nil")
	return e.Editor
}

// droppable reports whether the response can go away: it does nothing, and is not the last use
// of a variable.
func (c checker) droppable(response ast.Expr, all []*lambdaresp.Return) bool {
	switch x := ast.Unparen(response).(type) {
	case *ast.CompositeLit:
		return len(x.Elts) == 0
	case *ast.UnaryExpr:
		return c.droppable(x.X, all)
	case *ast.Ident:
		v, ok := c.pass.TypesInfo.Uses[x].(*types.Var)
		return !ok || v.Kind() != types.LocalVar || c.usedElsewhere(v, all)
	}
	return false
}

// usedElsewhere reports whether v is used, and not only assigned, apart from all.
func (c checker) usedElsewhere(v *types.Var, all []*lambdaresp.Return) bool {
	other := make(map[*ast.Ident]bool) // that does not count
	for _, r := range all {
		if id, ok := ast.Unparen(r.ResponseExpr).(*ast.Ident); ok {
			other[id] = true
		}
	}
	used := false
	ast.Inspect(c.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := ast.Unparen(lhs).(*ast.Ident); ok {
					other[id] = true
				}
			}
		case *ast.Ident:
			used = used || c.pass.TypesInfo.Uses[n] == v && !other[n]
		}
		return !used
	})
	return used
}
