package streamerr

import (
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:    "streamerr",
	Group:   rule.Lost,
	Doc:     Doc,
	Run:     run,
	Fixes:   true,
	Options: []string{"may-lose"},
})

func run(pass *rule.Pass) {
	reportBodies(pass)
	reportUnread(pass)
	reported := make(map[*ssa.Call]bool) // a helper may read several streams
	for _, root := range rootsOf(pass.Flow) {
		stream := streamOf(root)
		if stream == nil {
			continue
		}
		// Have: an event stream that the package reads, and that it hands to nobody.
		op := root.op
		report := func(call inspector.Cursor, message, fix string, edit func() *fix.Editor) {
			pass.Report(rule.Finding{Lost: true, Range: call.Node(), Operation: op.String(), Message: message, Fix: fix, Edit: edit})
		}
		for _, events := range stream.events {
			call, ok := pass.Flow.Call(events)
			if !ok || root.foreign && !drained(events) {
				continue
			}
			if !reported[events] && !stream.checked(events) {
				// Have: events after which nothing asks for the error that ended the stream.
				reported[events] = true
				report(call, "the error of the event stream of "+op.String()+" is never read; call Err after the last event",
					"check the error of the event stream", func() *fix.Editor { return checkAfterLoop(pass, call, op) })
			}
			if op.Service == "lambda" && op.Name == "InvokeWithResponseStream" && !readsFailure(events) {
				// Have: events of a function whose failure is one of them, which nothing looks at.
				report(call, "errors of the function that "+op.String()+" invokes are never read; check ErrorCode of the InvokeComplete event", "", nil)
			}
		}
	}
}
