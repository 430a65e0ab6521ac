package partialfailure

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
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

	alike *ast.ReturnStmt // a return with the values to return beside an error, nil for zero values
}

// insert puts the check where the error is known to be nil.
func (f *fixer) insert(failures []awssdk.Failure) bool {
	if f.cur.ParentEdgeKind() == edge.IfStmt_Init {
		stmt := f.cur.Parent().Node().(*ast.IfStmt)
		if !fix.ChecksError(f.pass.TypesInfo, stmt, f.err) || !fix.Leaves(stmt.Body.List) {
			return false
		}
		return f.returnsAlike(stmt.Body.List[len(stmt.Body.List)-1], stmt.Body) && f.insertElse(failures, stmt, stmt)
	}
	next, ok := f.cur.NextSibling()
	if !ok {
		return false
	}
	switch stmt := next.Node().(type) {
	case *ast.IfStmt:
		if stmt.Init != nil || !fix.ChecksError(f.pass.TypesInfo, stmt, f.err) || f.fn.TidiesUp(stmt.Body) {
			return false
		}
		if !fix.Leaves(stmt.Body.List) {
			// The error is logged and then returned.
			after, ok := next.NextSibling()
			if !ok || !f.returnsError(after.Node()) {
				return false
			}
			return f.returnsAlike(after.Node().(ast.Stmt), stmt.Body) && f.insertElse(failures, stmt, f.assign)
		}
		if !f.returnsAlike(stmt.Body.List[len(stmt.Body.List)-1], stmt.Body) {
			return false
		}
		c, ok := f.guarded(failures, f.outputName(f.assign), true)
		f.InsertAfter(stmt, c.statement())
		return ok
	case *ast.ReturnStmt:
		if !f.returnsError(stmt) {
			return false
		}
		return f.returnsAlike(stmt, stmt) && f.insertBefore(failures, stmt)
	}
	return false
}

// insertElse makes the check an else branch of stmt:
//
//	if err != nil { return err } => if err != nil { return err } else if len(out.Errors) > 0 { … }
//
// A variable for the output is declared above the statement before.
func (f *fixer) insertElse(failures []awssdk.Failure, stmt *ast.IfStmt, before ast.Stmt) bool {
	c, ok := f.guarded(failures, f.outputName(before), false)
	text := c.statement()
	if c.cond == "" {
		text = fix.Block(text)
	}
	f.Insert(stmt.End(), " else "+f.Indent(text, stmt.Pos()))
	return ok
}

// insertBefore puts the check above stmt, which returns the error.
func (f *fixer) insertBefore(failures []awssdk.Failure, stmt *ast.ReturnStmt) bool {
	out := f.outputName(f.assign)
	last := stmt.Results[len(stmt.Results)-1]
	err := f.assign.Lhs[1].(*ast.Ident).Name
	if f.isError(last) {
		c, ok := f.guarded(failures, out, true)
		f.InsertBefore(stmt, "if "+err+" != nil "+fix.Block(f.Source(stmt))+"\n"+c.statement())
		f.Replace(last, "nil")
		return ok
	}
	// Have: a function wraps the error, and may take nil.
	c, ok := f.guarded(failures, out, false)
	f.InsertBefore(stmt, c.and(err+" == nil").statement())
	return ok
}

// guarded returns the check for an output that is not nil where it may be.
func (f *fixer) guarded(failures []awssdk.Failure, out string, loops bool) (check, bool) {
	if !f.mayBeNil() {
		return f.check(failures, out, loops)
	}
	c, ok := f.check(failures, out, false)
	return c.and(out + " != nil"), ok
}

// mayBeNil reports whether the output may be nil although the error is: a client behind an
// interface is a mock in tests, which returns nil unless the program reads the output.
func (f *fixer) mayBeNil() bool {
	if common := f.site.Instr.Common(); !common.IsInvoke() && common.StaticCallee() != nil {
		return false
	}
	if f.site.Output == nil {
		return true
	}
	reads, compares := false, false
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr.(type) {
		case *ssa.FieldAddr:
			reads = true
		case *ssa.BinOp: // with nil
			compares = true
		}
		return false
	}}
	w.Any(f.site.Output)
	return compares || !reads
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
