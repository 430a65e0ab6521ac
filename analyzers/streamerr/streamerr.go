package streamerr

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "streamerr",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	reported := make(map[*ssa.Call]bool) // a helper may read several streams
	for _, stream := range pass.Flow.Streams() {
		op := stream.Site.Op
		for _, events := range stream.Unchecked {
			if call, ok := callAt(pass.Root, events); ok && !reported[events] {
				reported[events] = true
				pass.Report(rule.Finding{
					Lost:      true,
					Range:     call.Node(),
					Operation: op.String(),
					Message:   "error of the event stream of " + op.String() + " is never read; call Err after the last event",
					Fix:       "check the error of the event stream",
					Edit:      func() *fix.Editor { return checkAfterLoop(pass, call, op) },
				})
			}
		}
		if op.Service != "lambda" || op.Name != "InvokeWithResponseStream" {
			continue
		}
		for _, events := range stream.Events {
			if call, ok := callAt(pass.Root, events); ok && !stream.ReadsEvent(events, "InvokeComplete", "ErrorCode", "ErrorDetails") {
				pass.Report(rule.Finding{
					Lost:      true,
					Range:     call.Node(),
					Operation: op.String(),
					Message:   "error of the function that " + op.String() + " runs is never read; check ErrorCode of the event InvokeComplete",
				})
			}
		}
	}
}

// callAt returns the call expression of call.
func callAt(root inspector.Cursor, call *ssa.Call) (inspector.Cursor, bool) {
	cur, ok := root.FindByPos(call.Pos(), call.Pos())
	if !ok {
		return cur, false
	}
	for c := range cur.Enclosing((*ast.CallExpr)(nil)) {
		return c, c.Node().(*ast.CallExpr).Lparen == call.Pos()
	}
	return cur, false
}
