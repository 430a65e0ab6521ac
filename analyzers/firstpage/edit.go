package firstpage

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that asks for all pages. It returns nil where none is certain to be right.
func edit(pass *rule.Pass, site *errflow.Site) *fix.Editor {
	e := pass.Fixes.Editor(site.Expr().Pos())
	if e == nil {
		return nil
	}
	if site.Op.Form == awssdk.Paginator {
		return loopOn(pass, e, site)
	}
	f, ok := fixerOf(pass, e, site)
	if !ok || !f.shadowsNothing() || f.feedsAWS() {
		return nil
	}
	// Have: out, err := client.X(ctx, in), and the check of err that leaves the function.
	loop, ok := f.loopOverList()
	gone := f.assign.Pos() // from where on the output no longer has its name
	if ok {
		gone = loop.End()
	}
	if around, _ := declarationAround(f.cur); e.CommentUses(f.out.Name(), gone, around.Node().End()) {
		return nil
	}
	if ok {
		f.wrap("", f.out.Name(), loop, "")
		return e
	}
	return f.collect()
}

// A fixer edits the assignment of one call, and what follows it.
type fixer struct {
	*fix.Editor
	pass   *rule.Pass
	site   *errflow.Site
	assign *ast.AssignStmt
	cur    inspector.Cursor // of assign
	check  inspector.Cursor // of if err != nil { … } below it

	out, err types.Object
}

func fixerOf(pass *rule.Pass, e *fix.Editor, site *errflow.Site) (*fixer, bool) {
	f := &fixer{Editor: e, pass: pass, site: site, cur: site.Call.Parent()}
	var ok bool
	f.assign, ok = f.cur.Node().(*ast.AssignStmt)
	if !ok || f.assign.Tok != token.DEFINE || len(f.assign.Lhs) != 2 || len(f.assign.Rhs) != 1 || !fix.InList(f.cur) || !f.callsClient() {
		return nil, false
	}
	f.out, f.err = pass.TypesInfo.Defs[f.assign.Lhs[0].(*ast.Ident)], fix.ErrorOf(pass.TypesInfo, site.Call)
	f.check, ok = f.cur.NextSibling()
	if !ok || f.out == nil || f.err == nil {
		return nil, false
	}
	check, ok := f.check.Node().(*ast.IfStmt)
	// The check will stand in a loop of its own.
	return f, ok && check.Init == nil && fix.ChecksError(pass.TypesInfo, check, f.err) && fix.LeavesFunction(check.Body.List) && !jumps(check.Body)
}

// callsClient reports whether the call is one of a method of something that the paginator takes for a client.
func (f *fixer) callsClient() bool {
	sel, ok := f.site.Expr().Fun.(*ast.SelectorExpr)
	if !ok || len(f.site.Expr().Args) < 2 {
		return false
	}
	selection := f.pass.TypesInfo.Selections[sel]
	if selection == nil || selection.Kind() != types.MethodVal {
		return false
	}
	method, ok := selection.Obj().(*types.Func)
	return ok && method.Signature().Variadic() && awssdk.Of(method, method.Signature()) != nil && hasMethods(f.pass.TypesInfo.TypeOf(sel.X))
}

// hasMethods reports whether a value of type t has all methods that can be called on it, and not only its address.
func hasMethods(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok || types.IsInterface(t)
}

// jumps reports whether a statement in n, functions in it aside, goes to another place outside of n, or to a label.
func jumps(n ast.Node) bool {
	found := false
	var look func(n ast.Node, inLoop, inSwitch bool)
	look = func(n ast.Node, inLoop, inSwitch bool) {
		ast.Inspect(n, func(child ast.Node) bool {
			switch child := child.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ForStmt:
				look(child.Body, true, true)
				return false
			case *ast.RangeStmt:
				look(child.Body, true, true)
				return false
			case *ast.SwitchStmt:
				look(child.Body, inLoop, true)
				return false
			case *ast.TypeSwitchStmt:
				look(child.Body, inLoop, true)
				return false
			case *ast.SelectStmt:
				look(child.Body, inLoop, true)
				return false
			case *ast.BranchStmt:
				found = found || child.Label != nil || child.Tok == token.BREAK && !inSwitch || child.Tok == token.CONTINUE && !inLoop
			}
			return !found
		})
	}
	look(n, false, false)
	return found
}

// loopOverList returns the loop that follows the check, if that is all that uses the output, and the loop
// goes through a list of it in no matter how many rounds.
func (f *fixer) loopOverList() (*ast.RangeStmt, bool) {
	next, ok := f.check.NextSibling()
	if !ok {
		return nil, false
	}
	loop, ok := next.Node().(*ast.RangeStmt)
	if !ok || loop.Tok == token.ASSIGN || jumpsOut(loop.Body) {
		return nil, false
	}
	if index, ok := loop.Key.(*ast.Ident); ok && index.Name != "_" {
		return nil, false
	}
	n := 0
	for use := range f.pass.Flow.Uses(f.out) {
		n++
		if list := use.Parent(); list.ParentEdgeKind() != edge.RangeStmt_X || list.Parent().Node() != loop {
			return nil, false
		}
	}
	return loop, n == 1
}

// jumpsOut reports whether a statement in body, that of a loop, ends the loop, or goes to a label.
func jumpsOut(body *ast.BlockStmt) bool {
	ends := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return false
		case *ast.BranchStmt:
			ends = ends || n.Tok == token.BREAK
		}
		return true
	})
	labels := false
	ast.Inspect(body, func(n ast.Node) bool {
		branch, ok := n.(*ast.BranchStmt)
		labels = labels || ok && branch.Label != nil
		return true
	})
	return ends || labels
}

// wrap makes a loop over the pages, each in a variable called page, of the assignment and what follows it up to last, with
// the lines of before above it, and those of after at the end of its body:
//
//	out, err := client.X(ctx, in); if err != nil { … } =>
//	paginator := NewXPaginator(client, in); for paginator.HasMorePages() { page, err := paginator.NextPage(ctx); if err != nil { … } }
func (f *fixer) wrap(before, page string, last ast.Stmt, after string) {
	call := f.site.Expr()
	pos := f.assign.Pos()
	name := f.FreshIn(f.cur.Parent().Node(), "paginator", "", pos)
	pkg := f.Import(f.site.Op.Package, packageName(f.site.Op), pos)
	args := f.Source(call.Args[0])
	if rest := call.Args[2:]; len(rest) > 0 {
		args += ", " + f.Text(rest[0].Pos(), call.Rparen)
	}
	client := f.Source(call.Fun.(*ast.SelectorExpr).X)
	if severalLines(f.assign, f.check.Node().(ast.Stmt), last) {
		f.Refuse()
	}
	made := name + " := " + pkg + ".New" + f.site.Op.Name + "Paginator(" + client + ", " + f.Source(call.Args[1]) + ")"
	head := "for " + name + ".HasMorePages() {\n\t" + page + ", " + f.err.Name() + " := " + name + ".NextPage(" + args + ")"
	body := deeper(f.Text(f.assign.End(), last.End()))
	if after != "" {
		after = "\n\t" + after
	}
	f.ReplaceRange(pos, last.End(), f.Indent(before, pos)+made+f.Indent("\n"+head, pos)+body+f.Indent(after+"\n}", pos))
}

// deeper returns text, which starts behind a statement, with its lines indented by one more step.
func deeper(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if i > 0 && strings.TrimSpace(line) != "" {
			lines[i] = "\t" + line
		}
	}
	return strings.Join(lines, "")
}

// severalLines reports whether a string between the statements goes over several lines, which no indentation may change.
func severalLines(stmts ...ast.Stmt) bool {
	found := false
	for _, stmt := range stmts {
		ast.Inspect(stmt, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			found = found || ok && lit.Kind == token.STRING && strings.Contains(lit.Value, "\n")
			return !found
		})
	}
	return found
}

// packageName returns the name of the package of the operation.
func packageName(op *awssdk.Operation) string { return awssdk.TypeName(op.Input).Pkg().Name() }
