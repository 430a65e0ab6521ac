package matchorder

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// An arm is a branch that a match decides.
type arm struct {
	head [2]token.Pos // the condition, with what an if statement runs before it
	body [2]token.Pos
	node ast.Node // *ast.IfStmt or *ast.CaseClause
	list []ast.Stmt
}

// swap returns the editor of the fix that swaps the arm that the call general decides with that of
// special, nil where that is not certain to be right.
func swap(pass *rule.Pass, general, special inspector.Cursor) *fix.Editor {
	root := pass.Root
	first, ok1 := armOf(general)
	second, ok2 := armOf(special)
	if !ok1 || !ok2 || first.node == second.node {
		return nil
	}
	e := pass.Fixes.Editor(first.node.Pos())
	if e == nil || declares(pass, first, second) || declares(pass, second, first) {
		return nil
	}
	switch {
	case chained(first.node, second.node), sameSwitch(root, first.node, second.node):
		exchange(e, first.head, second.head)
		exchange(e, first.body, second.body)
	case fix.Leaves(first.list) && fix.Leaves(second.list):
		stmts, ok := adjacent(root, first.node, second.node)
		if !ok || strings.Contains(e.Text(first.node.End(), stmts), "//") {
			return nil
		}
		exchange(e, [2]token.Pos{first.node.Pos(), first.node.End()}, [2]token.Pos{stmts, second.node.End()})
	default:
		return nil
	}
	return e
}

// armOf returns the arm whose whole condition is the call.
func armOf(call inspector.Cursor) (arm, bool) {
	for cur := call; ; cur = cur.Parent() {
		switch n := cur.Parent().Node().(type) {
		case *ast.ParenExpr:
		case *ast.AssignStmt: // v, ok := errors.AsType[T](err)
			branch, ok := cur.Parent().Parent().Node().(*ast.IfStmt)
			if !ok || branch.Init != n {
				return arm{}, false
			}
			return ifArm(branch), isIdent(branch.Cond, n)
		case *ast.IfStmt:
			return ifArm(n), n.Init == nil
		case *ast.CaseClause:
			if len(n.List) != 1 || len(n.Body) == 0 {
				return arm{}, false
			}
			return arm{
				head: [2]token.Pos{n.List[0].Pos(), n.List[0].End()},
				body: [2]token.Pos{n.Body[0].Pos(), n.Body[len(n.Body)-1].End()},
				node: n, list: n.Body,
			}, !fallsThrough(n.Body)
		default:
			return arm{}, false
		}
	}
}

func ifArm(n *ast.IfStmt) arm {
	head := [2]token.Pos{n.Cond.Pos(), n.Cond.End()}
	if n.Init != nil {
		head[0] = n.Init.Pos()
	}
	return arm{head: head, body: [2]token.Pos{n.Body.Pos(), n.Body.End()}, node: n, list: n.Body.List}
}

// isIdent reports whether cond is the bool that assign sets last.
func isIdent(cond ast.Expr, assign *ast.AssignStmt) bool {
	id, ok := cond.(*ast.Ident)
	last, ok2 := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	return ok && ok2 && id.Name == last.Name
}

func fallsThrough(list []ast.Stmt) bool {
	last, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && last.Tok == token.FALLTHROUGH
}

// chained reports whether second is the else branch of first.
func chained(first, second ast.Node) bool {
	branch, ok := first.(*ast.IfStmt)
	return ok && branch.Else == second
}

// sameSwitch reports whether first and second are neighbours among the cases of a switch.
func sameSwitch(root inspector.Cursor, first, second ast.Node) bool {
	a, ok := root.FindNode(first)
	if _, clause := first.(*ast.CaseClause); !ok || !clause {
		return false
	}
	next, ok := a.NextSibling()
	return ok && next.Node() == second
}

// adjacent returns where the statements start that belong to second: second itself, or
// the declaration of its variable before it. It returns false where other statements
// stand between first and these, or one of the two has an else branch.
func adjacent(root inspector.Cursor, first, second ast.Node) (token.Pos, bool) {
	for _, n := range []ast.Node{first, second} {
		if branch, ok := n.(*ast.IfStmt); !ok || branch.Else != nil {
			return 0, false
		}
	}
	cur, ok := root.FindNode(first)
	if !ok {
		return 0, false
	}
	next, ok := cur.NextSibling()
	if !ok {
		return 0, false
	}
	start := next.Node().Pos()
	if decl, ok := next.Node().(*ast.DeclStmt); ok && decl.Decl.(*ast.GenDecl).Tok == token.VAR {
		next, ok = next.NextSibling()
		if !ok {
			return 0, false
		}
	}
	return start, next.Node() == second
}

// exchange swaps the text of two ranges.
func exchange(e *fix.Editor, a, b [2]token.Pos) {
	textA, textB := e.Text(a[0], a[1]), e.Text(b[0], b[1])
	e.ReplaceRange(a[0], a[1], textB)
	e.ReplaceRange(b[0], b[1], textA)
}

// declares reports whether the arm a declares, in its head, a name that b uses.
func declares(pass *rule.Pass, a, b arm) bool {
	declared := make(map[string]bool)
	ast.Inspect(a.node, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && a.head[0] <= id.Pos() && id.Pos() < a.head[1] && pass.TypesInfo.Defs[id] != nil {
			declared[id.Name] = true
		}
		return true
	})
	found := false
	ast.Inspect(b.node, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && declared[id.Name] {
			obj := pass.TypesInfo.Uses[id]
			// A name that b declares itself is its own.
			if v, isVar := obj.(*types.Var); isVar && !(b.node.Pos() <= v.Pos() && v.Pos() < b.node.End()) {
				found = true
			}
		}
		return !found
	})
	return found
}
