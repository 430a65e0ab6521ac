package matchorder

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// An arm is a branch that a match decides.
type arm struct {
	cur  inspector.Cursor // of the *ast.IfStmt or the *ast.CaseClause
	head span             // the condition, with what an if statement runs before it
	body span
	list []ast.Stmt
}

// A span is a part of a file.
type span struct{ start, end token.Pos }

// swap returns the editor of the fix that swaps the arm that the call general decides with that of
// special, nil where that is not certain to be right:
//
//	if A { a } else if B { b } => if B { b } else if A { a }
//	case A: a; case B: b       => case B: b; case A: a
//	if A { return a }; if B { return b } => if B { return b }; if A { return a }
func swap(pass *rule.Pass, general, special inspector.Cursor) *fix.Editor {
	first, ok1 := armOf(general)
	second, ok2 := armOf(special)
	if !ok1 || !ok2 || first.cur == second.cur || declares(pass, first, second) || declares(pass, second, first) {
		return nil
	}
	e := pass.Fixes.Editor(first.head.start)
	if e == nil {
		return nil
	}
	switch {
	case second.cur.ParentEdgeKind() == edge.IfStmt_Else && second.cur.Parent() == first.cur, neighbours(first, second):
		exchange(e, first.head, second.head)
		exchange(e, first.body, second.body)
		return e
	case fix.Leaves(first.list) && fix.Leaves(second.list):
		a, b := first.cur.Node(), second.cur.Node()
		start, ok := adjacent(first.cur, second.cur)
		if !ok || strings.Contains(e.Text(a.End(), start), "//") {
			return nil
		}
		exchange(e, span{a.Pos(), a.End()}, span{start, b.End()})
		return e
	}
	return nil
}

// armOf returns the arm whose whole condition is the call.
func armOf(call inspector.Cursor) (arm, bool) {
	for cur := call.Parent(); ; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.ParenExpr:
		case *ast.AssignStmt: // v, ok := errors.AsType[T](err)
			if cur.ParentEdgeKind() != edge.IfStmt_Init {
				return arm{}, false
			}
			a := ifArm(cur.Parent())
			cond, ok := a.cur.Node().(*ast.IfStmt).Cond.(*ast.Ident)
			last, ok2 := n.Lhs[len(n.Lhs)-1].(*ast.Ident)
			return a, ok && ok2 && cond.Name == last.Name
		case *ast.IfStmt:
			return ifArm(cur), n.Init == nil
		case *ast.CaseClause:
			if len(n.List) != 1 || len(n.Body) == 0 {
				return arm{}, false
			}
			last := n.Body[len(n.Body)-1]
			branch, ok := last.(*ast.BranchStmt)
			return arm{cur, span{n.List[0].Pos(), n.List[0].End()}, span{n.Body[0].Pos(), last.End()}, n.Body}, !ok || branch.Tok != token.FALLTHROUGH
		default:
			return arm{}, false
		}
	}
}

func ifArm(cur inspector.Cursor) arm {
	n := cur.Node().(*ast.IfStmt)
	head := span{n.Cond.Pos(), n.Cond.End()}
	if n.Init != nil {
		head.start = n.Init.Pos()
	}
	return arm{cur, head, span{n.Body.Pos(), n.Body.End()}, n.Body.List}
}

// neighbours reports whether first and second follow each other among the cases of a switch.
func neighbours(first, second arm) bool {
	_, clause := first.cur.Node().(*ast.CaseClause)
	next, ok := first.cur.NextSibling()
	return clause && ok && next == second.cur
}

// adjacent returns where the statements start that belong to second: second itself, or
// the declaration of its variable before it. It returns false where other statements
// stand between first and these, or one of the two has an else branch.
func adjacent(first, second inspector.Cursor) (token.Pos, bool) {
	for _, cur := range []inspector.Cursor{first, second} {
		if branch, ok := cur.Node().(*ast.IfStmt); !ok || branch.Else != nil {
			return 0, false
		}
	}
	next, ok := first.NextSibling()
	if !ok {
		return 0, false
	}
	start := next.Node().Pos()
	if decl, ok := next.Node().(*ast.DeclStmt); ok && decl.Decl.(*ast.GenDecl).Tok == token.VAR {
		if next, ok = next.NextSibling(); !ok {
			return 0, false
		}
	}
	return start, next == second
}

// exchange swaps the text of two spans.
func exchange(e *fix.Editor, a, b span) {
	textA, textB := e.Text(a.start, a.end), e.Text(b.start, b.end)
	e.ReplaceRange(a.start, a.end, textB)
	e.ReplaceRange(b.start, b.end, textA)
}

// declares reports whether the arm a declares, in its head, a name that b uses and does not declare itself.
func declares(pass *rule.Pass, a, b arm) bool {
	declared := make(map[string]bool)
	for cur := range a.cur.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if a.head.start <= id.Pos() && id.Pos() < a.head.end && pass.TypesInfo.Defs[id] != nil {
			declared[id.Name] = true
		}
	}
	node := b.cur.Node()
	for cur := range b.cur.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		v, ok := pass.TypesInfo.Uses[id].(*types.Var)
		if ok && declared[id.Name] && !(node.Pos() <= v.Pos() && v.Pos() < node.End()) {
			return true
		}
	}
	return false
}
