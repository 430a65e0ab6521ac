// Package swallowed reports errors of AWS calls that are compared with nil and then
// dropped.
package swallowed

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "swallowed",
	Doc:              Doc.Title,
	URL:              report.URL("swallowed"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	flow := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
	for _, drop := range flow.Drops() {
		cmp, ok := comparison(root, drop)
		if !ok || !report.Reported(pass, cmp.Node().Pos()) {
			continue
		}
		fn := fix.FunctionOf(pass.TypesInfo, cmp)
		if fn == nil || drop.Kind == errflow.Answers && (!reads(drop) || asksForHealth(fn)) {
			continue
		}
		operation, name := drop.Site.Op.String(), drop.Site.Op.String()
		if drop.Origins.AWS() { // a call of a function of the program
			operation = drop.Origins.String()
			name += ", that of " + operation + ","
		}
		report.Report(pass, report.Finding{
			Lost:      true,
			Range:     cmp.Node(),
			Operation: operation,
			Message:   message(drop.Kind, name, fn),
			Fix:       suggest(pass, flow, drop, cmp, fn),
			Related:   flow.Origins(drop.Site.Err).Calls(),
		})
	}
	return nil, nil
}

// message returns what is wrong with the error of the call called op, in fn.
func message(kind errflow.DropKind, op string, fn *fix.Function) string {
	switch {
	case kind == errflow.Answers && fn.ReturnsError():
		return "any error of " + op + ` is taken for "no"; match the one that means it and return the others`
	case kind == errflow.Answers:
		return "any error of " + op + ` is taken for "no"; match the one that means it, and return an error for the others`
	case !fn.ReturnsError():
		return "error of " + op + " is swallowed; the function around it returns no error, so log it or pass it on"
	}
	return "error of " + op + " is swallowed; return it"
}

// comparison returns the binary expression of drop.
func comparison(root inspector.Cursor, drop errflow.Drop) (inspector.Cursor, bool) {
	cur, ok := root.FindByPos(drop.Cmp.Pos(), drop.Cmp.Pos())
	if !ok {
		return cur, false
	}
	for c := range cur.Enclosing((*ast.BinaryExpr)(nil)) {
		return c, c.Node().(*ast.BinaryExpr).OpPos == drop.Cmp.Pos()
	}
	return cur, false
}

// onlyReads matches operations that change nothing.
var onlyReads = lazyregexp.New(`^(Head|Get|Describe|Lookup|List|Query|Scan|Search)`)

// reads reports whether the call of drop only reads. Where it does something, that it
// went well or not is what a function may well answer.
func reads(drop errflow.Drop) bool {
	if drop.Origins.AWS() {
		return !slices.ContainsFunc(drop.Origins.Ops, func(o errflow.Origin) bool { return !onlyReads().MatchString(o.Name) })
	}
	return onlyReads().MatchString(drop.Site.Op.Name)
}

// health matches the names of functions that ask whether a service answers at all: there,
// any error is the answer.
var health = lazyregexp.New(`(?i)(health|ping|ready|alive|reachable|online|connected)`)

func asksForHealth(fn *fix.Function) bool {
	decl, ok := fn.Node.(*ast.FuncDecl)
	return ok && health().MatchString(decl.Name.Name)
}
