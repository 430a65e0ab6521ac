package lambdabatch

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A loop is one over the records of a batch.
type loop struct {
	checker
	handler *handler.Handler
	cur     inspector.Cursor
	stmt    *ast.RangeStmt
	record  record
	below   []*lambdaresp.Return // it
}

// loops looks at the loops of h over its records. Function literals run who knows when.
func (c checker) loops(h *handler.Handler) {
	h.Func.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.RangeStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.RangeStmt)
		if !ok {
			return cur == h.Func
		}
		// have: for _, record := range event.Records
		r, ok := c.recordsOf(stmt.X)
		if !ok {
			return true
		}
		l := &loop{checker: c, handler: h, cur: cur, stmt: stmt, record: r}
		for _, ret := range c.Responses.Returns(h) {
			if ret.Stmt.Pos() >= stmt.End() {
				l.below = append(l.below, ret)
			}
		}
		if l.endsWell() {
			l.check()
		}
		return false
	})
}

// recordsOf returns what x is a list of.
func (c checker) recordsOf(x ast.Expr) (record, bool) {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Records" || handler.EventsType(c.TypesInfo.TypeOf(sel.X)) == "" {
		return record{}, false
	}
	if slice, ok := c.TypesInfo.TypeOf(x).Underlying().(*types.Slice); ok {
		return recordOf(slice.Elem())
	}
	return record{}, false
}

// endsWell reports whether every return below the loop says that all has worked.
func (l *loop) endsWell() bool {
	if l.handler.Sig.Results().Len() == 0 {
		return true
	}
	return len(l.below) > 0 && !slices.ContainsFunc(l.below, func(ret *lambdaresp.Return) bool { return !ret.ErrNil })
}

// check reports the checks of errors in the loop whose branch only logs the error.
func (l *loop) check() {
	l.cur.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.IfStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.IfStmt)
		if !ok {
			return false
		}
		if l.drops(cur, stmt) {
			l.Report(rule.Finding{
				Range:   stmt.Body.List[0],
				Message: l.message(),
				Fix:     "report the record as failed",
				Edit:    func() *fix.Editor { return l.appendFailure(cur, stmt) },
			})
		}
		return true
	})
}

func (l *loop) message() string {
	message := "the error of this record is dropped: the message is deleted as processed"
	if l.record.typ != "SQSMessage" {
		message = "the error of this record is dropped: the stream goes on as if it were processed"
	}
	if l.handler.Response() == nil {
		message += "; return BatchItemFailures, and set ReportBatchItemFailures in the event source mapping, or return the error"
	}
	return message
}
