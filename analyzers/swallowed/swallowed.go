package swallowed

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "swallowed",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	for _, drop := range pass.Flow.Drops() {
		cmp, ok := comparison(pass.Root, drop)
		if !ok || !pass.Reportable(cmp.Node().Pos()) {
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
		pass.Report(rule.Finding{
			Lost:      true,
			Range:     cmp.Node(),
			Operation: operation,
			Message:   message(drop.Kind, name, fn),
			Fix:       "return the error of " + drop.Site.Op.String(),
			Edit:      func() *fix.Editor { return edit(pass, drop, cmp, fn) },
			Related:   pass.Flow.Origins(drop.Site.Err).Calls(),
		})
	}
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
