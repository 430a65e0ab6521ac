package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// outputOperators do not look at all of an output, or too early.
var outputOperators = []*operator{
	{name: "ignore what failed", rules: []string{"partialfailure"}, plant: ignoreFailures},
	{name: "ask for a page once", rules: []string{"firstpage"}, plant: pageOnce},
	{name: "call without a paginator", rules: []string{"firstpage"}, plant: withoutPaginator},
	{name: "use the output first", rules: []string{"outputbeforecheck"}, plant: useFirst},
}

// indexOnly returns the index of sub in s if it is there once, -1 if not.
func indexOnly(s, sub string) int {
	if strings.Count(s, sub) != 1 {
		return -1
	}
	return strings.Index(s, sub)
}

// ignoreFailures plants
//
//	if len(out.Failed) > 0 { … }  =>
//	for _, x := range out.Failed { … }  =>
func ignoreFailures(f *function, op *operator) {
	for _, c := range f.checks() {
		if c.origin != direct || len(c.assign.Lhs) != 2 {
			continue
		}
		out, ok := c.assign.Lhs[0].(*ast.Ident)
		if !ok || out.Name == "_" {
			continue
		}
		asking, others := f.askFailures(f.info.ObjectOf(out), c.op)
		if asking == nil || f.source(asking) == "" {
			continue
		}
		edits := []textEdit{f.remove(asking)}
		if !others && f.declares(c.assign, out) {
			edits = append(edits, f.blank(c.assign, out)...)
		}
		f.plant(op, direct, asking, edits)
	}
}

// askFailures returns the only statement that reads what failed from an output, and whether the output is used
// otherwise.
func (f *function) askFailures(out types.Object, op *awssdk.Operation) (only ast.Stmt, others bool) {
	members := make(map[string]bool)
	for _, failure := range awssdk.Failures(op) {
		members[failure.Member] = true
	}
	var asking []ast.Stmt
	f.lists(func(list []ast.Stmt) {
		for _, stmt := range list {
			var read ast.Node
			switch stmt := stmt.(type) {
			case *ast.IfStmt:
				read = stmt.Cond
			case *ast.RangeStmt:
				read = stmt.X
			default:
				continue
			}
			if f.readsMember(read, out, members) {
				asking = append(asking, stmt)
			}
		}
	})
	if len(asking) != 1 {
		return nil, false
	}
	only = asking[0]
	for _, id := range f.uses(f.decl.Body, out) {
		if (id.Pos() < only.Pos() || only.End() <= id.Pos()) && f.info.Defs[id] == nil {
			others = true
			if f.readsMember(f.parentSelector(id), out, members) {
				return nil, false
			}
		}
	}
	return only, others
}

// readsMember reports whether n reads one of the members of out.
func (f *function) readsMember(n ast.Node, out types.Object, members map[string]bool) bool {
	found := false
	if n == nil {
		return false
	}
	ast.Inspect(n, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && members[sel.Sel.Name] {
			id, ok := sel.X.(*ast.Ident)
			found = found || ok && f.info.ObjectOf(id) == out
		}
		return !found
	})
	return found
}

// parentSelector returns the selector whose operand is id, or id itself.
func (f *function) parentSelector(id *ast.Ident) (n ast.Node) {
	n = id
	ast.Inspect(f.decl.Body, func(m ast.Node) bool {
		if sel, ok := m.(*ast.SelectorExpr); ok && sel.X == id {
			n = sel
		}
		return true
	})
	return n
}

// A paging is a loop over the pages of a paginator:
//
//	for p.HasMorePages() { … p.NextPage(ctx) … }
type paging struct {
	loop  *ast.ForStmt
	pager *ast.Ident
	next  *ast.CallExpr
}

// pagings returns the loops over pages, in which nothing but the end of the pages or a return ends the loop.
func (f *function) pagings() []*paging {
	var all []*paging
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		loop, ok := n.(*ast.ForStmt)
		if !ok || loop.Cond == nil || loop.Init != nil || loop.Post != nil || branches(loop.Body) {
			return true
		}
		cond, ok := loop.Cond.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := cond.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "HasMorePages" || !awssdk.FromSDK(typeOf(f.info, sel.X)) {
			return true
		}
		pager, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		p := &paging{loop: loop, pager: pager}
		ast.Inspect(loop.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "NextPage" {
					p.next = call
				}
			}
			return true
		})
		if p.next != nil {
			all = append(all, p)
		}
		return true
	})
	return all
}

// branches reports whether the body of a loop has a statement that leaves or continues that loop, or names a label.
func branches(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if branch, ok := n.(*ast.BranchStmt); ok {
			found = found || branch.Label != nil || !withinLoop(body, branch)
		}
		return true
	})
	return found
}

// withinLoop reports whether n stands in a loop or a literal in body.
func withinLoop(body *ast.BlockStmt, n ast.Node) bool {
	within := false
	ast.Inspect(body, func(loop ast.Node) bool {
		switch loop.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			within = within || loop.Pos() <= n.Pos() && n.End() <= loop.End()
		}
		return true
	})
	return within
}

// pageOnce plants
//
//	for p.HasMorePages() { … }  =>  if p.HasMorePages() { … }
func pageOnce(f *function, op *operator) {
	for _, p := range f.pagings() {
		f.plant(op, direct, p.loop, []textEdit{f.between(p.loop.For, p.loop.For+3, "if")})
	}
}

// withoutPaginator plants
//
//	p := service.NewXPaginator(client, in); for p.HasMorePages() { out, err := p.NextPage(ctx) … }  =>  { out, err := client.X(ctx, in) … }
func withoutPaginator(f *function, op *operator) {
	for _, p := range f.pagings() {
		obj := f.info.ObjectOf(p.pager)
		if len(f.uses(f.decl.Body, obj)) != 3 { // declared, asked for more, asked for the next
			continue
		}
		ast.Inspect(f.decl.Body, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Lhs) != 1 || assign.Tok != token.DEFINE || f.info.Defs[identOf(assign.Lhs[0])] != obj {
				return true
			}
			made, ok := assign.Rhs[0].(*ast.CallExpr)
			if !ok || len(made.Args) != 2 || len(p.next.Args) == 0 {
				return true
			}
			sel, ok := made.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			operation, isPaginator := strings.CutSuffix(strings.TrimPrefix(sel.Sel.Name, "New"), "Paginator")
			if !isPaginator || slices.ContainsFunc(made.Args, func(x ast.Expr) bool { return f.assignedBetween(x, assign.End(), p.loop.Pos()) }) {
				return true
			}
			f.plant(op, direct, p.next, []textEdit{
				f.remove(assign),
				f.between(p.loop.For, p.loop.Body.Pos(), ""),
				f.replace(p.next, f.source(made.Args[0])+"."+operation+"("+f.source(p.next.Args[0])+", "+f.source(made.Args[1])+")"),
			})
			return true
		})
	}
}

func identOf(x ast.Expr) *ast.Ident {
	id, _ := x.(*ast.Ident)
	return id
}

// assignedBetween reports whether a variable that x names is used between two positions.
func (f *function) assignedBetween(x ast.Expr, start, end token.Pos) bool {
	id, ok := x.(*ast.Ident)
	return ok && slices.ContainsFunc(f.uses(f.decl.Body, f.info.ObjectOf(id)), func(id *ast.Ident) bool {
		return start < id.Pos() && id.Pos() < end
	})
}

// useFirst plants
//
//	out, err := call; if err != nil { … }; use(out.X)  =>  out, err := call; use(out.X); if err != nil { … }
func useFirst(f *function, op *operator) {
	for _, c := range f.checks() {
		if c.origin != direct || c.op.Generation != 2 || c.stmt.Init != nil || f.leaves(c) == nil || len(c.assign.Lhs) != 2 || c.at+1 == len(c.list) {
			continue
		}
		out := f.info.ObjectOf(identOf(c.assign.Lhs[0]))
		next := c.list[c.at+1]
		switch next.(type) {
		case *ast.ExprStmt, *ast.DeferStmt, *ast.AssignStmt, *ast.RangeStmt:
		default:
			continue
		}
		if out != nil && f.dereferences(next, out) && !f.mentions(next, f.info.ObjectOf(c.err)) {
			f.plant(op, direct, next, []textEdit{
				f.between(c.stmt.Pos(), c.stmt.Pos(), f.source(next)+"\n"),
				f.remove(next),
			})
		}
	}
}

// dereferences reports whether n reads a field of out, and not only in a function literal.
func (f *function) dereferences(n ast.Node, out types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			id, ok := n.X.(*ast.Ident)
			found = found || ok && f.info.ObjectOf(id) == out
		}
		return true
	})
	return found
}
