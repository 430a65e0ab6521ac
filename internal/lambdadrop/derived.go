package lambdadrop

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// Derived adds to given, variables, those in body that hold something made of one of them, errors aside, and returns it.
func (f *Finder) Derived(body ast.Node, given map[types.Object]bool) map[types.Object]bool {
	set := func(from ast.Node, to ...ast.Expr) bool {
		if !f.Mentions(from, given) {
			return false
		}
		changed := false
		for _, e := range to {
			if id := root(e); id != nil {
				v, ok := f.info.ObjectOf(id).(*types.Var)
				if ok && !awssdk.IsErrorType(v.Type()) && !given[v] {
					given[v], changed = true, true
				}
			}
		}
		return changed
	}
	for changed := true; changed; {
		changed = false
		ast.Inspect(body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, rhs := range n.Rhs {
					changed = set(rhs, n.Lhs...) || changed
				}
			case *ast.ValueSpec:
				for _, value := range n.Values {
					for _, name := range n.Names {
						changed = set(value, name) || changed
					}
				}
			case *ast.RangeStmt:
				changed = set(n.X, n.Key, n.Value) || changed
			case *ast.CallExpr: // json.Unmarshal(data, &v)
				for _, arg := range n.Args {
					if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
						changed = set(n, addr.X) || changed
					}
				}
			}
			return true
		})
	}
	return given
}

// root returns the variable that e is, or is a part of, nil if it is of none.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}
