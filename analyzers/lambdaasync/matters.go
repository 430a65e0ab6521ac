package lambdaasync

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// matters reports whether the error of the branch is a failure of the work, and the program does not mean to go on.
func (w *work) matters(b *lambdadrop.Branch) bool {
	if !w.logsError(b) || b.Says(saysGoesOn) || inDeferred(b.Cur, w.fn) || w.afterFailure(b) || w.toldLater(b) {
		return false
	}
	if before, _ := w.sends(b); before {
		return false // another try would tell others again
	}
	ends := fix.Leaves(b.Body.List)
	loop := loopOf(b, w.fn)
	ofRecords := loop == nil || w.isOverRecords(loop)
	fn := b.Callee()
	if fn != nil && (knowledge.TellsAside(fn.Name()) || !ends && (knowledge.HasDefault(fn) || w.tidiesUp(b, fn)) || knowledge.FailsForGood(fn) && !ofRecords || knowledge.Validates(fn)) {
		return false
	}
	if o := w.Flow.Origins(b.Value); o.AWS() {
		if !ends && onlyRead(o.Ops) && w.doesWithout(b) {
			return false
		}
		return !slices.ContainsFunc(o.Ops, func(o errflow.Origin) bool {
			// What is left over is there for the next event, and another try would tell all the others again.
			return knowledge.Optional(o.Service, o.Name) || knowledge.Observes(o.Name) || !ofRecords && (knowledge.Undoes(o.Name) || knowledge.Broadcasts(o.Service, o.Name))
		})
	}
	// have: an error of anything else
	if w.helps && w.sig.Results().Len() == 0 {
		return false // notifySlack(text) may fail
	}
	if b.Inner == w.fn && returns(b) && !w.helps {
		return true // nothing more is done for the event
	}
	if !ofRecords || !w.drops.Mentions(b.Call, w.fromEvent()) {
		return false
	}
	return ends || w.nothingFollows(b) || fn != nil && knowledge.Decodes(fn.Name())
}

// onlyRead reports whether ops change nothing.
func onlyRead(ops []errflow.Origin) bool {
	return !slices.ContainsFunc(ops, func(o errflow.Origin) bool { return !knowledge.Reads(o.Name) })
}

// saysGoesOn reports whether a comment says that the failure is no reason to try again.
func saysGoesOn(comment *ast.CommentGroup) bool {
	return knowledge.IsDeliberate(comment.Text()) || knowledge.LogAccepts(comment.Text())
}

// loopOf returns the innermost loop around the branch in the function fn, nil if there is none.
func loopOf(b *lambdadrop.Branch, fn inspector.Cursor) ast.Node {
	for cur := b.Cur; cur != fn; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return n
		}
	}
	return nil
}

// isOverRecords reports whether the loop is one over records of the event.
func (w *work) isOverRecords(loop ast.Node) bool {
	switch n := loop.(type) {
	case *ast.RangeStmt: // for _, record := range event.Records
		return w.areRecords(n.X)
	case *ast.ForStmt: // for i := 0; i < len(event.Records); i++
		cond, ok := n.Cond.(*ast.BinaryExpr)
		return ok && w.areRecords(cond.Y)
	}
	return false
}

// areRecords reports whether e is a list of records of the event, or its length.
func (w *work) areRecords(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		e = call.Args[0]
	}
	t := w.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	list, ok := t.Underlying().(*types.Slice)
	return ok && handler.EventsType(list.Elem()) != ""
}

// logsError reports whether the branch logs, and does so as one logs an error, and nothing of AWS is called for that.
func (w *work) logsError(b *lambdadrop.Branch) bool {
	logs, calls := false, false
	ast.Inspect(b.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExprStmt:
			logs = true
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(w.TypesInfo, n).(*types.Func)
			calls = calls || ok && w.callsAWS(fn)
		}
		return true
	})
	return logs && !calls && !b.LogsMildly()
}

// callsAWS reports whether fn is a function of the package with an AWS call in it, such as one that sends what it logs.
func (w *work) callsAWS(fn *types.Func) bool {
	return slices.ContainsFunc(w.Flow.Sites, func(s *errflow.Site) bool { return ssaflow.Declared(s.Instr.Parent()) == fn.Origin() })
}

// inDeferred reports whether cur stands in a literal in the function fn that is deferred.
func inDeferred(cur, fn inspector.Cursor) bool {
	for ; cur != fn; cur = cur.Parent() {
		if cur.ParentEdgeKind() == edge.DeferStmt_Call {
			return true
		}
	}
	return false
}
