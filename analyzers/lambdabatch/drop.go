package lambdabatch

import (
	"go/ast"
	"go/types"
	"slices"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A drop is a branch in a loop that drops the error of a record.
type drop struct {
	*lambdadrop.Branch
	loop *loop
}

// check reports the checks of errors in the loop whose branch only logs the error.
func (l *loop) check() {
	for b := range l.scope.Dropped() {
		l.report(drop{b, l})
	}
}

// report reports the branch of d, once.
func (l *loop) report(d drop) {
	first := d.Body.List[0]
	if l.reported[first] {
		return
	}
	l.reported[first] = true
	operation := ""
	if o := l.Flow.Origins(d.Value); o.AWS() {
		operation = o.String()
	}
	f := rule.Finding{
		Range:     first,
		Operation: operation,
		Lost:      operation != "",
		Message:   d.message(operation),
		Fix:       "report the record as failed",
		Edit:      func() *fix.Editor { return d.appendFailure() },
	}
	if d.IsAccepted() {
		f.Severity, f.Edit = lint.SeverityInfo, nil
	}
	l.Report(f)
}

// message says what becomes of the record, and what to do about it.
func (d drop) message(operation string) string {
	subject := "this error"
	if operation != "" {
		subject = "the error of " + operation
	}
	did := "only logged"
	switch d.Body.List[0].(type) {
	case *ast.BranchStmt, *ast.ReturnStmt:
		did = "dropped"
	}
	became := "the stream moves on"
	switch d.loop.record.typ {
	case "SQSMessage":
		became = "the message is deleted"
	case "KafkaRecord":
		became = "the partition moves on"
	}
	return subject + " is " + did + ", so " + became + "; " + d.remedy()
}

// remedy says what to do.
func (d drop) remedy() string {
	const report = "report it in BatchItemFailures"
	switch {
	case d.isFIFO():
		return "stop here and report this and all later messages"
	case d.isStream() && d.failsForGood():
		return "send the record to a dead-letter queue"
	case failureType(d.loop.response) != nil:
		return "add the record to BatchItemFailures"
	case !d.canReport():
		return "return it"
	case d.hasNoResult():
		return "let the handler " + report
	case d.failsForGood():
		return report
	}
	return "return it, or " + report
}

// hasNoResult reports whether the function of the loop returns nothing.
func (d drop) hasNoResult() bool {
	return handler.SignatureOf(d.loop.TypesInfo, d.Func).Results().Len() == 0
}

func (d drop) isStream() bool { return d.loop.record.typ != "SQSMessage" }

// failsForGood reports whether the record fails again however often it comes: returned, its error would block the
// stream.
func (d drop) failsForGood() bool {
	fn := d.Callee()
	return fn != nil && knowledge.FailsForGood(fn)
}

// canReport reports whether the package events in use has failures of single records of the source. It declares them in
// streams.go.
func (d drop) canReport() bool {
	return slices.ContainsFunc(d.loop.Pkg.Imports(), func(imp *types.Package) bool {
		return imp.Path() == awspath.Events && d.loop.Responses.Declares(imp.Scope().Lookup(d.loop.record.typ), "streams.go", d.loop.record.failure)
	})
}

// isFIFO reports whether the file of the branch knows that the messages come from a FIFO queue, whose order is
// lost if a message is handled after one that failed.
func (d drop) isFIFO() bool {
	if d.isStream() {
		return false
	}
	found := false
	ast.Inspect(d.File(), func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		found = found || ok && knowledge.NamesFIFO(lit.Value)
		return !found
	})
	return found
}
