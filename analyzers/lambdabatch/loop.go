package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A loop is one over the records of a batch.
type loop struct {
	*checker
	handler *handler.Handler
	cur     inspector.Cursor
	stmt    *ast.RangeStmt
	source  source
}

// checkLoops looks at the loops of h over its records. Function literals run who knows when.
func (c *checker) checkLoops(h *handler.Handler) {
	h.Func.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.RangeStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.RangeStmt)
		if !ok {
			return cur == h.Func
		}
		if s, ok := c.records(stmt.X); ok {
			l := &loop{c, h, cur, stmt, s}
			if l.endsWell() {
				l.check()
			}
			return false
		}
		return true
	})
}

// records returns the source of the records that x is the list of.
func (c *checker) records(x ast.Expr) (source, bool) {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Records" || handler.EventsType(c.pass.TypesInfo.TypeOf(sel.X)) == "" {
		return source{}, false
	}
	if slice, ok := c.pass.TypesInfo.TypeOf(x).Underlying().(*types.Slice); ok {
		return sourceOf(slice.Elem())
	}
	return source{}, false
}

// endsWell reports whether every return below the loop says that all has worked.
func (l *loop) endsWell() bool {
	if l.handler.Sig.Results().Len() == 0 {
		return true
	}
	below := false
	for _, ret := range l.pass.Responses.Returns(l.handler) {
		if ret.Stmt.Pos() < l.stmt.End() {
			continue
		}
		if below = true; !ret.ErrNil {
			return false
		}
	}
	return below
}

func (l *loop) check() {
	l.cur.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.IfStmt)(nil)}, func(cur inspector.Cursor) bool {
		stmt, ok := cur.Node().(*ast.IfStmt)
		if !ok {
			return false
		}
		if l.drops(cur, stmt) {
			first := stmt.Body.List[0]
			l.pass.Report(rule.Finding{
				Range:   first,
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
	if l.source.record != "SQSMessage" {
		message = "the error of this record is dropped: the stream goes on as if it were processed"
	}
	if l.handler.Response() == nil {
		message += "; return BatchItemFailures, and set ReportBatchItemFailures in the event source mapping, or return the error"
	}
	return message
}

// drops reports whether stmt is a check of an error whose branch only logs it.
func (l *loop) drops(cur inspector.Cursor, stmt *ast.IfStmt) bool {
	cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || !l.pass.TypesInfo.Types[cond.Y].IsNil() || !awssdk.IsError(l.pass.TypesInfo.TypeOf(cond.X)) {
		return false
	}
	err := l.object(cond.X)
	if err == nil || len(stmt.Body.List) == 0 || !l.onlyLogs(stmt.Body) || l.isRead(err, stmt) {
		return false
	}
	call := l.made(cur, stmt, err)
	return call != nil && !l.harmless(call) && !l.isMeant(stmt, call)
}
