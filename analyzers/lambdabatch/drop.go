package lambdabatch

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// check reports the checks of errors in the loop whose branch only logs the error.
func (l *loop) check() {
	if l.tellsLater() {
		return
	}
	l.cur.Inspect([]ast.Node{(*ast.IfStmt)(nil)}, func(cur inspector.Cursor) bool {
		if b := l.branch(cur); b != nil && b.drops() {
			l.report(b)
		}
		return true
	})
}

// drops reports whether the error of the branch is the failure of the record, and ends there.
func (b *branch) drops() bool {
	if b.body.Pos() < b.loop.body.Pos() || !b.goesOn() {
		return false
	}
	// have: { log.Print(err); continue }
	call := b.made()
	if call == nil {
		return false
	}
	// have: err := process(record)
	name := "" // of a function value
	if fn, ok := typeutil.Callee(b.TypesInfo, call).(*types.Func); ok {
		name = fn.Name()
	}
	if knowledge.CleansUp(name) || b.isMeant(knowledge.Decodes(name)) {
		return false
	}
	v := b.errorOf(call)
	return v != nil && !b.isKept(v) && !b.onlyForLog(call) && !b.isTold()
}

// report reports the branch b, once.
func (l *loop) report(b *branch) {
	first := b.body.List[0]
	if l.reported[first] {
		return
	}
	l.reported[first] = true
	operation := ""
	if o := l.origins(b); o.AWS() {
		operation = o.String()
	}
	f := rule.Finding{
		Range:     first,
		Operation: operation,
		Lost:      operation != "",
		Message:   b.message(operation),
		Fix:       "report the record as failed",
		Edit:      func() *fix.Editor { return b.appendFailure() },
	}
	if b.isAccepted() {
		f.Severity, f.Edit = lint.SeverityInfo, nil
	}
	l.Report(f)
}

func (l *loop) origins(b *branch) errflow.Origins { return l.Flow.Origins(b.errorOf(b.made())) }

// message says what becomes of the record, and what to do about it.
func (b *branch) message(operation string) string {
	subject := "this error"
	if operation != "" {
		subject = "the error of " + operation
	}
	did := "only logged"
	if _, ok := b.body.List[0].(*ast.BranchStmt); ok {
		did = "dropped"
	}
	became := "the message is deleted"
	if b.isStream() {
		became = "the stream moves on"
	}
	return subject + " is " + did + ", so " + became + "; " + b.remedy()
}

// remedy says what to do.
func (b *branch) remedy() string {
	const report = "report it in BatchItemFailures"
	switch {
	case b.isFIFO():
		return "stop here and report this and all later messages"
	case b.isStream() && b.failsForGood():
		return "send the record to a dead-letter queue"
	case failureType(b.response) != nil:
		return "add the record to BatchItemFailures"
	case !b.canReport():
		return "return it"
	case b.failsForGood():
		return report
	}
	return "return it, or " + report
}

func (b *branch) isStream() bool { return b.record.typ != "SQSMessage" }

// failsForGood reports whether the record fails again however often it comes: returned, its error would block the
// stream.
func (b *branch) failsForGood() bool {
	fn, ok := typeutil.Callee(b.TypesInfo, b.made()).(*types.Func)
	return ok && (knowledge.Decodes(fn.Name()) || knowledge.Encodes(fn.Name()) || knowledge.Validates(fn))
}

// canReport reports whether the package events in use has failures of single records of the source. It declares them in
// streams.go.
func (b *branch) canReport() bool {
	return slices.ContainsFunc(b.Pkg.Imports(), func(imp *types.Package) bool {
		return imp.Path() == awspath.Events && b.Responses.Declares(imp.Scope().Lookup(b.record.typ), "streams.go", b.record.failure)
	})
}

// isFIFO reports whether the file of the branch knows that the messages come from a FIFO queue, whose order is
// lost if a message is handled after one that failed.
func (b *branch) isFIFO() bool {
	if b.isStream() {
		return false
	}
	found := false
	ast.Inspect(b.file(), func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		found = found || ok && knowledge.NamesFIFO(lit.Value)
		return !found
	})
	return found
}

// tellsLater reports whether what the loop has counted or collected decides below it whether there are failures.
func (l *loop) tellsLater() bool {
	if l.list == nil {
		return false
	}
	set := l.setInLoop()
	end := l.cur.Node().End()
	told := false
	l.fn.Inspect([]ast.Node{(*ast.IfStmt)(nil), (*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)}, func(cur inspector.Cursor) bool {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			return cur == l.fn
		case *ast.IfStmt:
			// have: if done < len(event.Records) { return errIncomplete }
			told = told || n.Pos() >= end && l.mentions(n.Cond, set) && l.fails(n.Body)
		case *ast.ReturnStmt:
			// have: return failuresBut(done), nil
			told = told || n.Pos() >= end && len(n.Results) == 2 && l.makes(n.Results[0]) && l.mentions(n.Results[0], set)
		}
		return !told
	})
	return told
}

// setInLoop returns the variables, errors aside, that live outside the loop and get another value in it.
func (l *loop) setInLoop() map[types.Object]bool {
	set := make(map[types.Object]bool)
	ast.Inspect(l.body, func(n ast.Node) bool {
		var exprs []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			exprs = n.Lhs
		case *ast.IncDecStmt:
			exprs = []ast.Expr{n.X}
		}
		for _, e := range exprs {
			if at, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
				e = at.X
			}
			if v, ok := l.object(e).(*types.Var); ok && v.Pos() < l.cur.Node().Pos() && !types.IsInterface(v.Type()) {
				set[v] = true
			}
		}
		return true
	})
	return set
}

func (l *loop) mentions(e ast.Node, set map[types.Object]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && set[l.TypesInfo.Uses[id]]
		return !found
	})
	return found
}

// makes reports whether e calls something.
func (c checker) makes(e ast.Expr) bool {
	if e == nil {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, ok := n.(*ast.CallExpr)
		found = found || ok
		return !found
	})
	return found
}

// fails reports whether body ends with an error, or makes a batch item failure.
func (l *loop) fails(body *ast.BlockStmt) bool {
	if n := len(body.List); n > 0 && returnsError(l.returns, body.List[n-1]) {
		return true
	}
	return l.makesFailure(body)
}
