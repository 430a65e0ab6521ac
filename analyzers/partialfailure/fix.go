package partialfailure

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that names the output and checks it for failures where the
// error is known to be nil:
//
//	_, err := c.DeleteObjects(…); if err != nil { return err } =>
//	out, err := c.DeleteObjects(…); if err != nil { return err }; if len(out.Errors) > 0 { return fmt.Errorf(…) }
//
// It returns nil where none is certain to be right.
func edit(pass *rule.Pass, site *errflow.Site, failures []awssdk.Failure) *fix.Editor {
	assign, ok := site.Call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || len(assign.Lhs) != 2 {
		return nil
	}
	fn := fix.FunctionOf(pass.TypesInfo, site.Call)
	if !fn.CanFail(site.Call) || site.Pending() {
		return nil
	}
	// Have: an assignment in a function that can return an error here.
	e := pass.Fixes.Editor(assign.Pos())
	if e == nil {
		return nil
	}
	f := &fixer{Editor: e, pass: pass, site: site, fn: fn, assign: assign, cur: site.Call.Parent(), err: fix.ErrorOf(pass.TypesInfo, site.Call)}
	if !f.insert(failures) {
		return nil
	}
	return e
}

// A fixer edits the assignment of one call, at cur, and what follows it.
type fixer struct {
	*fix.Editor
	pass   *rule.Pass
	site   *errflow.Site
	fn     *fix.Function
	assign *ast.AssignStmt
	cur    inspector.Cursor
	err    types.Object // the variable that the error is assigned to, nil for none
}

// insert puts the check where the error is known to be nil.
func (f *fixer) insert(failures []awssdk.Failure) bool {
	if f.cur.ParentEdgeKind() == edge.IfStmt_Init {
		stmt := f.cur.Parent().Node().(*ast.IfStmt)
		return fix.ChecksError(f.pass.TypesInfo, stmt, f.err) && fix.Leaves(stmt.Body.List) && f.insertElse(failures, stmt, stmt)
	}
	next, ok := f.cur.NextSibling()
	if !ok {
		return false
	}
	switch stmt := next.Node().(type) {
	case *ast.IfStmt:
		if stmt.Init != nil || !fix.ChecksError(f.pass.TypesInfo, stmt, f.err) {
			return false
		}
		if !fix.Leaves(stmt.Body.List) {
			// The error is logged and then returned.
			after, ok := next.NextSibling()
			return ok && f.returnsError(after.Node()) && f.insertElse(failures, stmt, f.assign)
		}
		text, ok := f.check(failures, f.outputName(f.assign))
		f.InsertAfter(stmt, text)
		return ok
	case *ast.ReturnStmt:
		return f.returnsError(stmt) && f.insertBefore(failures, stmt)
	}
	return false
}

// insertElse makes the check an else branch of stmt:
//
//	if err != nil { return err } => if err != nil { return err } else if len(out.Errors) > 0 { … }
//
// A variable for the output is declared above the statement before.
func (f *fixer) insertElse(failures []awssdk.Failure, stmt *ast.IfStmt, before ast.Stmt) bool {
	text, ok := f.check(failures, f.outputName(before))
	if !strings.HasPrefix(text, "if ") {
		text = fix.Block(text)
	}
	f.Insert(stmt.End(), " else "+f.Indent(text, stmt.Pos()))
	return ok
}

// insertBefore puts the check above stmt, which returns the error.
func (f *fixer) insertBefore(failures []awssdk.Failure, stmt *ast.ReturnStmt) bool {
	text, ok := f.check(failures, f.outputName(f.assign))
	last := stmt.Results[len(stmt.Results)-1]
	err := f.assign.Lhs[1].(*ast.Ident).Name
	switch cond, isIf := strings.CutPrefix(text, "if "); {
	case f.isError(last):
		f.InsertBefore(stmt, "if "+err+" != nil "+fix.Block(f.Source(stmt))+"\n"+text)
		f.Replace(last, "nil")
	case isIf: // wrapped by a function that may take nil
		f.InsertBefore(stmt, "if "+err+" == nil && "+cond)
	default:
		f.InsertBefore(stmt, "if "+err+" == nil "+fix.Block(text))
	}
	return ok
}

// returnsError reports whether n returns the error of the call, as it is or as an
// argument of a function.
func (f *fixer) returnsError(n ast.Node) bool {
	ret, ok := n.(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	if call, ok := last.(*ast.CallExpr); ok {
		return slices.ContainsFunc(call.Args, f.isError)
	}
	return f.isError(last)
}

// isError reports whether x is the variable that the error of the call is assigned to.
func (f *fixer) isError(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && f.err != nil && f.pass.TypesInfo.ObjectOf(id) == f.err
}

// outputName returns the name of the variable that holds the output, which it makes
// where there is none, with its declaration, if one is needed, above stmt.
func (f *fixer) outputName(stmt ast.Stmt) string {
	id, ok := f.assign.Lhs[0].(*ast.Ident)
	if !ok {
		f.Refuse()
		return ""
	}
	if id.Name != "_" {
		return id.Name
	}
	declared := f.cur // the statement that declares the variable, or stands below its declaration
	if f.assign.Tok == token.ASSIGN && stmt != f.assign {
		declared = f.cur.Parent()
	}
	name := f.FreshIn(declared.Parent().Node(), "out", "", f.assign.Pos())
	f.Replace(id, name)
	if f.assign.Tok == token.ASSIGN && !f.redeclares(stmt) {
		t, ok := f.Type(f.site.Op.Output, f.assign.Pos())
		if !ok {
			f.Refuse()
		}
		f.InsertBefore(stmt, "var "+name+" "+t)
	}
	return name
}

// redeclares turns the assignment into a declaration, if that makes no other error of
// the one that it assigns to.
func (f *fixer) redeclares(stmt ast.Stmt) bool {
	if stmt != f.assign || f.err == nil || f.err.Parent() != f.pass.Pkg.Scope().Innermost(f.assign.Pos()) {
		return false
	}
	f.ReplaceRange(f.assign.TokPos, f.assign.TokPos+1, ":=")
	return true
}

// fails returns the statement that returns an error with the text that the format
// and its arguments make, behind the name of the operation.
func (f *fixer) fails(format string, args ...string) string {
	return f.ReturnNewError(f.fn, f.site.Op.Words()+": "+format, args, f.assign.Pos())
}

// value returns an expression for the string or the number that x, of type t, points to or is.
func (f *fixer) value(x string, t types.Type) string {
	ptr, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return x
	}
	name := "ToString"
	if b, ok := ptr.Elem().Underlying().(*types.Basic); ok && b.Kind() != types.String {
		name = "To" + strings.ToUpper(b.Name()[:1]) + b.Name()[1:]
	}
	return f.Import(awspath.AWS, "aws", f.assign.Pos()) + "." + name + "(" + x + ")"
}
