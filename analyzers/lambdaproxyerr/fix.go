package lambdaproxyerr

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix of r, nil where none is certain to be right. all are the
// returns of the handler that are reported.
//
//	return response{}, err => return errorResponse(err), nil
func (c checker) edit(r *lambdaresp.Return, all []*lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(r.Stmt)
	// A handler with other errors left as they are would give its clients two kinds of responses.
	if e == nil || slices.ContainsFunc(all, func(r *lambdaresp.Return) bool { return !c.replaceable(r, all) }) {
		return nil
	}
	err := c.Sig.Results().At(1).Name() // of a naked return
	if r.ErrExpr != nil {
		err = e.Source(r.ErrExpr)
	}
	e.Replace(r.Stmt, "return "+e.ErrorResults(c.Response(), err))
	return e.Editor
}

// replaceable reports whether r certainly returns an error, and nothing that is of use beside it.
func (c checker) replaceable(r *lambdaresp.Return, all []*lambdaresp.Return) bool {
	if !r.ErrNonNil {
		return false
	}
	if r.ErrExpr != nil {
		return c.droppable(r.ResponseExpr, all)
	}
	return len(r.Stmt.Results) == 0 && c.Sig.Results().At(1).Name() != "_"
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
