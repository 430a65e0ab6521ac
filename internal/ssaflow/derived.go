package ssaflow

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Derived adds to given, variables, those in body that hold something made of one of them, and returns it. Variables
// of types for which except returns true are none, such as the errors that calls return beside a value.
func Derived(info *types.Info, body ast.Node, given map[types.Object]bool, except func(types.Type) bool) map[types.Object]bool {
	set := func(from ast.Node, to ...ast.Expr) bool {
		if !Mentions(info, from, given) {
			return false
		}
		changed := false
		for _, e := range to {
			if id := root(e); id != nil {
				v, ok := info.ObjectOf(id).(*types.Var)
				if ok && !except(v.Type()) && !given[v] {
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

// Mentions reports whether n uses one of the variables.
func Mentions(info *types.Info, n ast.Node, vars map[types.Object]bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && vars[info.Uses[id]]
		return !found
	})
	return found
}
