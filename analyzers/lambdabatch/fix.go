package lambdabatch

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// appendFailure returns the editor of the fix that adds the record to the failures that the handler returns. It
// returns nil where there are none, and in a loop in the loop, where a record can fail twice.
func (l *loop) appendFailure(cur inspector.Cursor, stmt *ast.IfStmt) *fix.Editor {
	record, ok := l.stmt.Value.(*ast.Ident)
	ret := l.lastReturn()
	if !ok || record.Name == "_" || ret == nil || ret.ResponseExpr == nil || l.innermost(cur) != l.stmt {
		return nil
	}
	failure := l.failureType()
	e := l.pass.Fixes.Editor(stmt.Pos())
	if failure == nil || e == nil || e.Lookup(record.Name, stmt.Pos()) != l.pass.TypesInfo.Defs[record] || e.Lookup("append", stmt.Pos()).Pkg() != nil {
		return nil
	}
	list := l.failures(e, ret, failure)
	typ, ok := e.Type(failure, stmt.Pos())
	if list == "" || !ok {
		return nil
	}
	text := list + " = append(" + list + ", " + typ + "{ItemIdentifier: " + record.Name + "." + l.source.path() + "})"
	last := stmt.Body.List[len(stmt.Body.List)-1]
	if _, ok := last.(*ast.BranchStmt); ok {
		e.InsertBefore(last, text)
	} else {
		e.InsertAfter(last, text)
	}
	return e
}

// lastReturn returns the return statement below the loop, nil if there are several.
func (l *loop) lastReturn() *lambdaresp.Return {
	var last *lambdaresp.Return
	for _, ret := range l.pass.Responses.Returns(l.handler) {
		if ret.Stmt.Pos() < l.stmt.End() {
			continue
		}
		if last != nil {
			return nil
		}
		last = ret
	}
	return last
}

// innermost returns the innermost loop around cur.
func (l *loop) innermost(cur inspector.Cursor) ast.Node {
	for outer := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return outer.Node()
	}
	return nil
}

// failureType returns the type of the failures in the response of the handler, nil if it has none.
func (l *loop) failureType() types.Type {
	response := l.handler.Response()
	if response == nil || handler.EventsType(response) == "" {
		return nil
	}
	s := awssdk.Struct(response)
	if s == nil || s.NumFields() != 1 || s.Field(0).Name() != "BatchItemFailures" {
		return nil
	}
	return s.Field(0).Type().(*types.Slice).Elem()
}

// failures returns an expression for the list of failures that ret returns, which it makes where there
// is none, and "" where that cannot be told.
func (l *loop) failures(e *fix.Editor, ret *lambdaresp.Return, failure types.Type) string {
	response := ast.Unparen(ret.ResponseExpr)
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
	typ, ok := e.Type(failure, l.stmt.Pos())
	if !ok {
		return ""
	}
	name := e.Fresh("failures", l.stmt.Pos())
	for !e.Claim(l.cur.Parent().Node(), l.stmt.Pos(), name, typ) {
		name = e.Fresh("failures", l.stmt.Pos())
	}
	e.InsertBefore(l.stmt, "var "+name+" []"+typ)
	e.Insert(lit.Rbrace, "BatchItemFailures: "+name)
	return name
}

// outside reports whether x is a variable that was declared before the loop, and is visible in it.
func (l *loop) outside(e *fix.Editor, x ast.Expr) bool {
	v, ok := l.object(x).(*types.Var)
	return ok && v.Pos() < l.stmt.Pos() && e.Lookup(v.Name(), l.stmt.Body.Pos()) == v
}
