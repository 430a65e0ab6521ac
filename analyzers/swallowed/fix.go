package swallowed

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that returns the error, or all errors but the one that means
// that something does not exist. It returns nil where none is certain to be right.
func edit(pass *rule.Pass, d drop, cmp inspector.Cursor, fn *fix.Function) *fix.Editor {
	if d.site.Op.Form == awssdk.Declared || d.then == givesUp || !fn.CanFail(outside(cmp)) || d.site.Pending() {
		return nil
	}
	if again, _ := polls(pass, cmp); again {
		return nil // an error that passes would end it
	}
	// Have: a function that can return the error here.
	e := pass.Fixes.Editor(cmp.Node().Pos())
	if e == nil {
		return nil
	}
	bin := cmp.Node().(*ast.BinaryExpr)
	f := &fixer{Editor: e, op: d.site.Op, fn: fn, err: e.Source(bin.X)}
	if !f.findMatch(pass.Flow, d) {
		return nil
	}
	kind := cmp.ParentEdgeKind()
	if kind == edge.IfStmt_Cond && f.editVain(pass, cmp, cmp.Parent().Node().(*ast.IfStmt).Body.List) {
		return e
	}
	switch {
	case d.then == absent:
		f.letThrough(bin, cmp)
	case kind == edge.IfStmt_Cond:
		f.leave(failing(bin, cmp.Parent()))
	case kind == edge.ReturnStmt_Results:
		f.answer(bin, cmp.Parent())
	default:
		return nil
	}
	return e
}

// outside returns the statement of the function around cmp that cmp belongs to: the branches that
// it decides do not count.
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
	err   string          // the error, as it is written
	match *fix.ErrorMatch // of the error that means that something does not exist, nil where every error is to be returned
}

// findMatch finds the error that means that something does not exist, where the operation of d has
// one and it matters. It returns false where it should have one, or where it is not certain that it
// matters, since the operation may list all that there is.
func (f *fixer) findMatch(flow *errflow.Package, d drop) bool {
	if f.op.Form != awssdk.Client {
		return true
	}
	lookup := knowledge.LooksUp(f.op.Name)
	if !lookup && !knowledge.Removes(f.op.Name) {
		return true
	}
	if asked := d.then == saysNo || d.then == absent; !asked && slices.ContainsFunc(d.operations(flow), func(o errflow.Origin) bool { return lists(flow, o) }) {
		return false
	}
	nf, ok := notFoundOf(flow, d.operations(flow))
	if !ok {
		return !lookup && f.op.Generation == 2
	}
	f.match = &fix.ErrorMatch{Err: f.err, Package: nf.pkg + "/types", Alias: "types", Type: "*" + nf.Type, Var: "notFound"}
	if nf.Type == "" {
		f.match = &fix.ErrorMatch{
			Err: f.err, Package: awspath.Smithy, Alias: "smithy", Type: "APIError", Var: "apiErr", Method: "ErrorCode", Value: strconv.Quote(nf.Code),
		}
	}
	return true
}

// letThrough edits what follows from the comparison at cur, so that only the error which means that
// nothing exists leads to what is done then:
//
//	if err != nil { create() } => if err != nil { if _, ok := errors.AsType[*types.NotFound](err); !ok { return err }; create() }
//	if err == nil { return nil }; create() => if err == nil { return nil }; if _, ok := errors.AsType[*types.NotFound](err); !ok { return err }; create()
func (f *fixer) letThrough(cmp *ast.BinaryExpr, cur inspector.Cursor) {
	stmt, ok := cur.Parent().Node().(*ast.IfStmt)
	if !ok || f.match == nil || stmt.Else != nil {
		f.Refuse()
		return
	}
	match := *f.match
	match.Var = "missing" // fixes of other rules may declare notFound and apiErr in the same block
	check := f.UnlessMatches(match, f.ReturnError(f.fn, f.wrapped(stmt.Body.Rbrace), stmt.Body.Rbrace), stmt.Body.Rbrace)
	switch {
	case cmp.Op == token.NEQ && len(stmt.Body.List) > 0:
		f.InsertAbove(stmt.Body.List[0], check)
	case cmp.Op == token.EQL && stmt.Init == nil && fix.InList(cur.Parent()) && fix.Leaves(stmt.Body.List):
		f.InsertAfter(stmt, check)
	default:
		f.Refuse()
	}
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
	fails := ""
	switch last := last.(type) {
	case *ast.ReturnStmt:
		fails = f.ReturnErrorInstead(last, f.fn, f.wrapped(last.Pos()))
	case *ast.BranchStmt:
		// A loop that continues whatever the error is may want the other items in any case. And a label
		// that nothing names any more would be an error.
		if f.match == nil && (last.Tok != token.BREAK || last.Label != nil) || last.Tok != token.BREAK && last.Tok != token.CONTINUE {
			f.Refuse()
		}
		fails = f.ReturnError(f.fn, f.wrapped(last.Pos()), last.Pos())
	default:
		f.Refuse()
		return
	}
	if f.match != nil {
		fails = f.IfMatches(*f.match, f.Source(last), last.Pos()) + "\n" + fails
	}
	f.Replace(last, f.Indent(fails, last.Pos()))
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
	body := f.IfMatches(*f.match, "return false, nil", ret.Pos()) + "\nreturn false, " + f.wrapped(ret.Pos())
	f.Replace(ret, f.Indent("if "+f.err+" != nil "+fix.Block(body)+"\nreturn true, nil", ret.Pos()))
}

// wrapped returns an expression that wraps the error with the name of the operation.
func (f *fixer) wrapped(pos token.Pos) string { return f.Wrap(f.op.Words(), f.err, pos) }
