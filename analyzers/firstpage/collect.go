package firstpage

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
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
	leaves := false
	for use := range f.pass.Flow.Uses(f.out) {
		list, ok := use.Parent().Node().(*ast.SelectorExpr)
		if !ok || !isList(f.pass.TypesInfo.TypeOf(list)) || member != "" && member != list.Sel.Name || !reads(use.Parent()) {
			return nil
		}
		member = list.Sel.Name
		lists = append(lists, list)
		leaves = leaves || f.leaves(use.Parent())
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
		name = f.listName(name, member, typ)
	}
	declaration := "var " + name + " " + typ
	if leaves {
		declaration = name + " := " + typ + "{}"
	}
	page := f.Fresh("page", pos)
	f.wrap(declaration+"\n", page, f.check.Node().(ast.Stmt), name+" = append("+name+", "+page+"."+member+"...)")
	for _, list := range lists {
		f.Replace(list, name)
	}
	return f.Editor
}

// listName returns a name for the variable: that of the member, or one that says that it holds more.
func (f *fixer) listName(name, member, typ string) string {
	block, pos := f.cur.Parent().Node(), f.assign.Pos()
	if f.Fresh(name, pos) == name && f.Claim(block, pos, name, typ) {
		return name
	}
	return f.FreshIn(block, "all"+member, typ, pos)
}

// leaves reports whether the list at cur is handed on as it is, perhaps to be encoded: then an empty list must not
// become nil, which is null in JSON.
func (f *fixer) leaves(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.KeyValueExpr_Value, edge.CompositeLit_Elts, edge.ReturnStmt_Results:
		return true
	case edge.CallExpr_Args:
		switch fn := typeutil.Callee(f.pass.TypesInfo, cur.Parent().Node().(*ast.CallExpr)).(type) {
		case *types.Builtin:
			return false
		case *types.Func:
			return fn.Pkg() == nil || !awspath.IsSDK(fn.Pkg().Path())
		}
		return true
	}
	return false
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
