package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// appendFailure returns the editor of the fix that adds the record to the failures that the function
// returns. It returns nil where there are none, in a function in the loop, in a loop in the loop, where a record
// can fail twice, for FIFO queues, whose later messages must not be handled any more, and for a record of a stream that
// fails for good:
//
//	log.Print(err) => log.Print(err)
//	continue          failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
//	                  continue
func (d drop) appendFailure() *fix.Editor {
	below := slices.DeleteFunc(slices.Clone(d.loop.scope.Returns), func(ret *lambdaresp.Return) bool { return ret.Stmt.Pos() < d.loop.cur.Node().End() })
	failure := failureType(d.loop.response)
	if failure == nil || handler.EventsType(d.loop.response) == "" || !d.Loops() || d.Inner != d.Func || len(below) != 1 || below[0].ResponseExpr == nil ||
		d.innermost() != d.loop.cur || d.isFIFO() || d.isStream() && d.failsForGood() {
		return nil
	}
	e := d.loop.Fixes.Editor(d.Stmt.Pos())
	record := d.expr(e)
	if record == "" || e.Lookup("append", d.Stmt.Pos()).Pkg() != nil {
		return nil
	}
	last := d.Body.List[len(d.Body.List)-1]
	jump, jumps := last.(*ast.BranchStmt)
	if _, returns := last.(*ast.ReturnStmt); returns || jumps && jump.Tok == token.BREAK {
		return nil
	}
	list := d.loop.failures(e, below[0].ResponseExpr, failure)
	typ, ok := e.Type(failure, d.Stmt.Pos())
	if list == "" || !ok {
		return nil
	}
	text := list + " = append(" + list + ", " + typ + "{ItemIdentifier: " + record + "." + d.loop.record.path() + "})"
	if jumps {
		e.InsertBefore(last, text)
	} else {
		e.InsertAfter(last, text)
	}
	return e
}

// expr returns an expression for the record in the branch, "" if there is none.
func (d drop) expr(e *fix.Editor) string {
	if e == nil {
		return ""
	}
	if d.loop.name != nil {
		if e.Lookup(d.loop.name.Name(), d.Stmt.Pos()) == d.loop.name {
			return d.loop.name.Name()
		}
		return ""
	}
	index, ok := d.loop.object(d.loop.index).(*types.Var)
	if !ok || e.Lookup(index.Name(), d.Stmt.Pos()) != index || !fix.Repeatable(d.loop.TypesInfo, d.loop.list) {
		return ""
	}
	return e.Source(d.loop.list) + "[" + index.Name() + "]"
}

// innermost returns the innermost loop around the branch.
func (d drop) innermost() inspector.Cursor {
	for outer := range d.Cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return outer
	}
	return inspector.Cursor{}
}

// failures returns an expression for the list of failures in the response that is returned, which it makes where there
// is none, and "" where that cannot be told.
func (l *loop) failures(e *fix.Editor, response ast.Expr, failure types.Type) string {
	response = ast.Unparen(response)
	if addr, ok := response.(*ast.UnaryExpr); ok {
		response = addr.X
	}
	if l.outside(e, response) {
		return e.Source(response) + ".BatchItemFailures"
	}
	lit, ok := response.(*ast.CompositeLit)
	if !ok || len(lit.Elts) > 1 {
		return ""
	}
	if len(lit.Elts) == 1 {
		kv, ok := lit.Elts[0].(*ast.KeyValueExpr)
		if !ok || !l.outside(e, kv.Value) {
			return ""
		}
		return e.Source(kv.Value)
	}
	typ, ok := e.Type(failure, l.cur.Node().Pos())
	if !ok || e.HasComment(lit.Lbrace, lit.Rbrace) {
		return ""
	}
	name := e.Fresh("failures", l.cur.Node().Pos())
	for !e.Claim(l.cur.Parent().Node(), l.cur.Node().Pos(), name, typ) {
		name = e.Fresh("failures", l.cur.Node().Pos())
	}
	e.InsertBefore(l.cur.Node(), "var "+name+" []"+typ)
	// As a replacement it conflicts with that of another loop, and waits for the next round.
	e.ReplaceRange(lit.Lbrace, lit.Rbrace+1, "{BatchItemFailures: "+name+"}")
	return name
}

// outside reports whether x is a variable that was declared before the loop, and is visible in it.
func (l *loop) outside(e *fix.Editor, x ast.Expr) bool {
	v, ok := l.object(x).(*types.Var)
	return ok && v.Pos() < l.cur.Node().Pos() && e.Lookup(v.Name(), l.body.Pos()) == v
}
