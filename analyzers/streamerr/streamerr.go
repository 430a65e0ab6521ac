// Package streamerr reports event streams whose events are read but not the error
// that ended them.
package streamerr

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "streamerr",
	Doc:              Doc.Title,
	URL:              report.URL("streamerr"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	reported := make(map[*ssa.Call]bool) // a helper may read several streams
	for _, stream := range pass.ResultOf[errflow.Analyzer].(*errflow.Package).Streams() {
		op := stream.Site.Op
		for _, events := range stream.Unchecked {
			if call, ok := callAt(root, events); ok && !reported[events] {
				reported[events] = true
				report.Report(pass, report.Finding{
					Lost:      true,
					Range:     call.Node(),
					Operation: op.String(),
					Message:   "error of the event stream of " + op.String() + " is never read; call Err after the last event",
					Fix:       checkAfterLoop(pass, call, op),
				})
			}
		}
		if op.Service != "lambda" || op.Name != "InvokeWithResponseStream" {
			continue
		}
		for _, events := range stream.Events {
			if call, ok := callAt(root, events); ok && !stream.ReadsEvent(events, "InvokeComplete", "ErrorCode", "ErrorDetails") {
				report.Report(pass, report.Finding{
					Lost:      true,
					Range:     call.Node(),
					Operation: op.String(),
					Message:   "error of the function that " + op.String() + " runs is never read; check ErrorCode of the event InvokeComplete",
				})
			}
		}
	}
	return nil, nil
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
