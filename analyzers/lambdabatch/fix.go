package lambdabatch

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
)

// appendFailure returns the editor of the fix that adds the record to the failures that the handler
// returns. It returns nil where there are none, and in a loop in the loop, where a record can fail
// twice:
//
//	log.Print(err) => log.Print(err)
//	continue          failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
//	                  continue
func (l *loop) appendFailure(cur inspector.Cursor, stmt *ast.IfStmt) *fix.Editor {
	record, ok := l.stmt.Value.(*ast.Ident)
	if !ok || record.Name == "_" || len(l.below) != 1 || l.below[0].ResponseExpr == nil || l.innermost(cur) != l.stmt {
		return nil
	}
	failure := l.failureType()
	e := l.Fixes.Editor(stmt.Pos())
	if failure == nil || e == nil || e.Lookup(record.Name, stmt.Pos()) != l.TypesInfo.Defs[record] || e.Lookup("append", stmt.Pos()).Pkg() != nil {
		return nil
	}
	list := l.failures(e, l.below[0].ResponseExpr, failure)
	typ, ok := e.Type(failure, stmt.Pos())
	if list == "" || !ok {
		return nil
	}
	text := list + " = append(" + list + ", " + typ + "{ItemIdentifier: " + record.Name + "." + l.record.path() + "})"
	last := stmt.Body.List[len(stmt.Body.List)-1]
	if _, ok := last.(*ast.BranchStmt); ok {
		e.InsertBefore(last, text)
	} else {
		e.InsertAfter(last, text)
	}
	return e
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
