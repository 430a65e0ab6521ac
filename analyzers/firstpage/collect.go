package firstpage

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// collect appends the list of each page to a variable, which then stands for the list of the output:
//
//	out, err := client.X(ctx, in); if err != nil { … }; return out.Items =>
//	var items []T; paginator := …; for … { …; items = append(items, out.Items...) }; return items
func (f *fixer) collect() *fix.Editor {
	var lists []*ast.SelectorExpr
	member := ""
	for use := range f.pass.Flow.Uses(f.out) {
		list, ok := use.Parent().Node().(*ast.SelectorExpr)
		if !ok || !isList(f.pass.TypesInfo.TypeOf(list)) || member != "" && member != list.Sel.Name || !reads(use.Parent()) {
			return nil
		}
		member = list.Sel.Name
		lists = append(lists, list)
	}
	if member == "" {
		return nil
	}
	pos := f.assign.Pos()
	typ, ok := f.Type(f.pass.TypesInfo.TypeOf(lists[0]), pos)
	if !ok {
		return nil
	}
	name := fix.VarName(member)
	if name != f.out.Name() { // which goes away
		name = f.FreshIn(f.cur.Parent().Node(), name, typ, pos)
	}
	page := f.Fresh("page", pos)
	f.wrap("var "+name+" "+typ+"\n", page, f.check.Node().(ast.Stmt), name+" = append("+name+", "+page+"."+member+"...)")
	for _, list := range lists {
		f.Replace(list, name)
	}
	return f.Editor
}

// reads reports whether the expression at cur only is read.
func reads(cur inspector.Cursor) bool {
	switch kind := cur.ParentEdgeKind(); kind {
	case edge.AssignStmt_Lhs, edge.UnaryExpr_X, edge.IncDecStmt_X:
		return false
	}
	return true
}

// loopOn makes a loop of the branch that reads the first page:
//
//	if p.HasMorePages() { … } => for p.HasMorePages() { … }
func loopOn(pass *rule.Pass, e *fix.Editor, site *errflow.Site) *fix.Editor {
	for cur := range site.Call.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil)) {
		branch, ok := cur.Node().(*ast.IfStmt)
		if !ok {
			return nil
		}
		if !asks(branch.Cond) {
			continue
		}
		if branch.Init != nil || branch.Else != nil || cur.ParentEdgeKind() == edge.IfStmt_Else || fix.Leaves(branch.Body.List) || jumps(branch.Body) ||
			!addsUp(pass, site) {
			return nil
		}
		e.ReplaceRange(branch.If, branch.If+2, "for")
		return e
	}
	return nil
}

// asks reports whether cond is p.HasMorePages().
func asks(cond ast.Expr) bool {
	call, ok := cond.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "HasMorePages"
}

// addsUp reports whether the output of site is used only to go through its lists, and to append them to others: what
// can be done again for the next page.
func addsUp(pass *rule.Pass, site *errflow.Site) bool {
	assign, ok := site.Call.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	for use := range pass.Flow.Uses(pass.TypesInfo.Defs[id]) {
		list := use.Parent()
		switch list.ParentEdgeKind() {
		case edge.RangeStmt_X:
		case edge.CallExpr_Args:
			call := list.Parent().Node().(*ast.CallExpr)
			fn, ok := call.Fun.(*ast.Ident)
			if !ok || fn.Name != "append" || call.Args[0] == list.Node() || !isAppended(list.Parent()) {
				return false
			}
		default:
			return false
		}
	}
	return awssdk.TypeName(site.Op.Output) != nil
}

// isAppended reports whether the call at cur is that of xs = append(xs, …).
func isAppended(cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || assign.Tok != token.ASSIGN {
		return false
	}
	to, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	from, ok := cur.Node().(*ast.CallExpr).Args[0].(*ast.Ident)
	return ok && from.Name == to.Name
}
