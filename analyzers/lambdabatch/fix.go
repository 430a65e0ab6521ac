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
func (b *branch) appendFailure() *fix.Editor {
	below := slices.DeleteFunc(slices.Clone(b.returns), func(ret *lambdaresp.Return) bool { return ret.Stmt.Pos() < b.loop.cur.Node().End() })
	failure := failureType(b.response)
	if failure == nil || handler.EventsType(b.response) == "" || b.list == nil || b.inner != b.fn || len(below) != 1 || below[0].ResponseExpr == nil ||
		b.innermost() != b.loop.cur || b.isFIFO() || b.isStream() && b.failsForGood() {
		return nil
	}
	e := b.Fixes.Editor(b.stmt.Pos())
	record := b.expr(e)
	if record == "" || e.Lookup("append", b.stmt.Pos()).Pkg() != nil {
		return nil
	}
	last := b.body.List[len(b.body.List)-1]
	jump, jumps := last.(*ast.BranchStmt)
	if _, returns := last.(*ast.ReturnStmt); returns || jumps && jump.Tok == token.BREAK {
		return nil
	}
	list := b.failures(e, below[0].ResponseExpr, failure)
	typ, ok := e.Type(failure, b.stmt.Pos())
	if list == "" || !ok {
		return nil
	}
	text := list + " = append(" + list + ", " + typ + "{ItemIdentifier: " + record + "." + b.record.path() + "})"
	if jumps {
		e.InsertBefore(last, text)
	} else {
		e.InsertAfter(last, text)
	}
	return e
}

// expr returns an expression for the record in the branch, "" if there is none.
func (b *branch) expr(e *fix.Editor) string {
	if e == nil {
		return ""
	}
	if b.name != nil {
		if e.Lookup(b.name.Name(), b.stmt.Pos()) == b.name {
			return b.name.Name()
		}
		return ""
	}
	index, ok := b.object(b.index).(*types.Var)
	if !ok || e.Lookup(index.Name(), b.stmt.Pos()) != index || !fix.Repeatable(b.TypesInfo, b.list) {
		return ""
	}
	return e.Source(b.list) + "[" + index.Name() + "]"
}

// innermost returns the innermost loop around the branch.
func (b *branch) innermost() inspector.Cursor {
	for outer := range b.cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
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
