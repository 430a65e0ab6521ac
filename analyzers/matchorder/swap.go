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
	cur   inspector.Cursor // of the *ast.IfStmt or the *ast.CaseClause
	head  span             // the condition, with what an if statement runs before it
	body  span
	list  []ast.Stmt
	alone bool // an if statement without an else branch
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
	case first.alone && second.alone && fix.Leaves(first.list) && fix.Leaves(second.list):
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
			return arm{cur, span{n.List[0].Pos(), n.List[0].End()}, span{n.Body[0].Pos(), last.End()}, n.Body, false}, !ok || branch.Tok != token.FALLTHROUGH
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
	return arm{cur, head, span{n.Body.Pos(), n.Body.End()}, n.Body.List, n.Else == nil}
}

// neighbours reports whether first and second follow each other among the cases of a switch.
func neighbours(first, second arm) bool {
	_, clause := first.cur.Node().(*ast.CaseClause)
	next, ok := first.cur.NextSibling()
	return clause && ok && next == second.cur
}

// adjacent returns where the statements start that belong to second: second itself, or the
// declaration of its variable before it. It returns false where other statements stand between
// first and these.
func adjacent(first, second inspector.Cursor) (token.Pos, bool) {
	start := second
	prev, ok := second.PrevSibling()
	if ok {
		if decl, isDecl := prev.Node().(*ast.DeclStmt); isDecl && decl.Decl.(*ast.GenDecl).Tok == token.VAR {
			start = prev
			prev, ok = prev.PrevSibling()
		}
	}
	return start.Node().Pos(), ok && prev == first
}

// exchange swaps the text of two spans.
func exchange(e *fix.Editor, a, b span) {
	e.ReplaceRange(a.start, a.end, e.Text(b.start, b.end))
	e.ReplaceRange(b.start, b.end, e.Text(a.start, a.end))
}

// declares reports whether the arm a declares, before its condition, a name that b uses and does not declare itself.
func declares(pass *rule.Pass, a, b arm) bool {
	branch, ok := a.cur.Node().(*ast.IfStmt)
	if !ok {
		return false
	}
	declared, node := pass.TypesInfo.Scopes[branch], b.cur.Node()
	for cur := range b.cur.Preorder((*ast.Ident)(nil)) {
		v, ok := pass.TypesInfo.Uses[cur.Node().(*ast.Ident)].(*types.Var)
		if ok && declared.Lookup(v.Name()) != nil && !(node.Pos() <= v.Pos() && v.Pos() < node.End()) {
			return true
		}
	}
	return false
}
