package swallowed

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that returns the error, or all errors but the one that means that something does not exist. It returns nil
// where none is certain to be right.
func edit(pass *rule.Pass, d drop, cmp inspector.Cursor, fn *fix.Function) *fix.Editor {
	if d.site.Op.Form == awssdk.Declared || !fn.ReturnsError() || fn.Failed(outside(cmp)) || d.site.Pending() {
		return nil
	}
	// Have: a function that can return the error here.
	e := pass.Fixes.Editor(cmp.Node().Pos())
	if e == nil {
		return nil
	}
	bin := cmp.Node().(*ast.BinaryExpr)
	f := &fixer{Editor: e, op: d.site.Op, fn: fn, err: e.Source(bin.X)}
	if !f.findMatch(pass.Flow, d.site) {
		return nil
	}
	switch cmp.ParentEdgeKind() {
	case edge.IfStmt_Cond:
		f.leave(failing(bin, cmp.Parent()))
	case edge.ReturnStmt_Results:
		f.answer(bin, cmp.Parent())
	default:
		return nil
	}
	return e
}

// outside returns the statement of the function around cmp that cmp belongs to: the branches that it decides do not count.
func outside(cmp inspector.Cursor) inspector.Cursor {
	for c := range cmp.Enclosing((*ast.IfStmt)(nil), (*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)) {
		if _, literal := c.Node().(*ast.FuncLit); literal {
			break
		}
		return c
	}
	return cmp
}

// A fixer edits what follows from one comparison.
type fixer struct {
	*fix.Editor
	op    *awssdk.Operation
	fn    *fix.Function
	err   string // the error, as it is written
	match *match // nil where every error is to be returned
}

var (
	// looksUp matches operations that are asked whether something exists.
	looksUp = lazyregexp.New(`^(Head|Get|Describe|Lookup)`)

	// removes matches operations for which it is no failure that something is gone.
	removes = lazyregexp.New(`^(Delete|Remove|Detach|Disassociate|Deregister|Terminate|Untag|Abort|Cancel)`)
)

// findMatch finds the error that means that something does not exist, where the
// operation has one and it matters. It returns false where it should have one.
func (f *fixer) findMatch(flow *errflow.Package, site *errflow.Site) bool {
	if f.op.Form != awssdk.Client {
		return true
	}
	lookup := looksUp().MatchString(f.op.Name)
	if !lookup && !removes().MatchString(f.op.Name) {
		return true
	}
	svc := flow.ServiceOf(site)
	if svc == nil {
		return false
	}
	nf, ok := svc.NotFound(f.op.Name)
	if !ok {
		return !lookup
	}
	f.match = &match{nf, f.op.Package}
	return true
}

// failing returns the statement that leaves the branch of the if statement at cur
// where the error, which cmp compares with nil, is not nil. It returns nil where there
// is none, or one that could be reached without an error.
func failing(cmp *ast.BinaryExpr, cur inspector.Cursor) ast.Stmt {
	stmt := cur.Node().(*ast.IfStmt)
	if cmp.Op == token.NEQ {
		if n := len(stmt.Body.List); n > 0 {
			return stmt.Body.List[n-1]
		}
		return nil
	}
	next, ok := cur.NextSibling() // if err == nil { return true, nil }; return false, nil
	if !ok || stmt.Init != nil || stmt.Else != nil || !fix.Leaves(stmt.Body.List) {
		return nil
	}
	ret, _ := next.Node().(*ast.ReturnStmt)
	if ret == nil {
		return nil
	}
	return ret
}

// leave edits last, the statement that leaves the branch where the error is not nil:
//
//	return false, nil => if _, ok := errors.AsType[*types.NotFound](err); ok { return false, nil }; return false, fmt.Errorf("s3 HeadObject: %w", err)
func (f *fixer) leave(last ast.Stmt) {
	values := "" // what is returned beside the error
	switch last := last.(type) {
	case *ast.ReturnStmt:
		values = f.beside(last)
	case *ast.BranchStmt:
		// A label that nothing names any more would be an error.
		if last.Tok != token.BREAK && last.Tok != token.CONTINUE || last.Label != nil && f.match == nil {
			f.Refuse()
		}
		values = f.zeros(last.Pos())
	default:
		f.Refuse()
		return
	}
	fails := "return " + values + f.wrapped(last.Pos())
	if f.match != nil {
		fails = f.unless(last.Pos(), f.Source(last)) + "\n" + fails
	}
	f.Replace(last, f.Indent(fails, last.Pos()))
}

// beside returns what ret returns before its last result, each followed by a comma.
func (f *fixer) beside(ret *ast.ReturnStmt) string {
	results := f.fn.Sig.Results()
	values := ""
	switch {
	case len(ret.Results) == results.Len():
		for _, r := range ret.Results[:len(ret.Results)-1] {
			values += f.Source(r) + ", "
		}
	case len(ret.Results) > 0: // a call that returns them all
		f.Refuse()
	default:
		for i := range results.Len() - 1 {
			if results.At(i).Name() == "_" {
				return f.zeros(ret.Pos())
			}
			values += results.At(i).Name() + ", "
		}
	}
	return values
}

// answer edits the return statement at cur:
//
//	return err == nil, nil => if err != nil { …; return false, fmt.Errorf("s3 HeadObject: %w", err) }; return true, nil
func (f *fixer) answer(cmp *ast.BinaryExpr, cur inspector.Cursor) {
	ret := cur.Node().(*ast.ReturnStmt)
	if cmp.Op != token.EQL || f.match == nil || len(ret.Results) != 2 || !fix.InList(cur) {
		f.Refuse()
		return
	}
	body := f.unless(ret.Pos(), "return false, nil") + "\nreturn false, " + f.wrapped(ret.Pos())
	text := "if " + f.err + " != nil {\n\t" + strings.ReplaceAll(body, "\n", "\n\t") + "\n}\nreturn true, nil"
	f.Replace(ret, f.Indent(text, ret.Pos()))
}

func (f *fixer) zeros(pos token.Pos) string {
	zeros, ok := f.Zeros(f.fn.Sig, pos)
	if !ok {
		f.Refuse()
	}
	return zeros
}

// wrapped returns an expression that wraps the error with the name of the operation.
func (f *fixer) wrapped(pos token.Pos) string { return f.Wrap(f.op.Words(), f.err, pos) }
