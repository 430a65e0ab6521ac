package swallowed

import (
	"go/ast"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awssdk"
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
	for _, site := range pass.Flow.Sites {
		if site.Op.Generation != 2 || site.Op.Form == awssdk.EventStream {
			continue
		}
		if d, ok := dropped(pass.Flow, site); ok {
			check(pass, d)
		}
	}
	for _, site := range pass.Flow.DeclaredCalls() {
		d, ok := dropped(pass.Flow, site)
		if !ok || site.MayLog() {
			continue
		}
		if d.origins = pass.Flow.Returned(site); d.origins.AWS() && !d.origins.Unknown {
			check(pass, d)
		}
	}
}

// check reports d unless the function around it may do so.
func check(pass *rule.Pass, d drop) {
	// Have: an error that is compared with nil, and nothing else.
	cmp, ok := pass.Flow.Syntax(d.cmp)
	if !ok || !pass.Reportable(cmp.Node().Pos()) {
		return
	}
	fn := fix.FunctionOf(pass.TypesInfo, cmp)
	if _, binary := cmp.Node().(*ast.BinaryExpr); !binary || fn == nil {
		return
	}
	if d.then == saysNo && (!reads(d) || asksForHealth(fn)) {
		return
	}
	// Have: a function that goes on as if all were well.
	operation, name := d.site.Op.String(), d.site.Op.String()
	if d.origins.AWS() { // a call of a function of the program
		operation = d.origins.String()
		name += ", that of " + operation + ","
	}
	pass.Report(rule.Finding{
		Lost:      true,
		Range:     cmp.Node(),
		Operation: operation,
		Message:   message(d.then, name, fn),
		Fix:       "return the error of " + d.site.Op.String(),
		Edit:      func() *fix.Editor { return edit(pass, d, cmp, fn) },
		Related:   pass.Flow.Origins(d.site.Err).Calls(),
	})
}

// message returns what is wrong with the error of the call called op, in fn.
func message(then then, op string, fn *fix.Function) string {
	switch {
	case then == saysNo && fn.ReturnsError():
		return "any error of " + op + ` is taken for "no"; match the one that means it and return the others`
	case then == saysNo:
		return "any error of " + op + ` is taken for "no"; match the one that means it, and return an error for the others`
	case !fn.ReturnsError():
		return "error of " + op + " is swallowed; the function around it returns no error, so log it or pass it on"
	}
	return "error of " + op + " is swallowed; return it"
}

// onlyReads matches operations that change nothing.
var onlyReads = lazyregexp.New(`^(Head|Get|Describe|Lookup|List|Query|Scan|Search)`)

// reads reports whether the call of d only reads. Where it does something, that it went well or not
// is what a function may well say.
func reads(d drop) bool {
	if d.origins.AWS() {
		return !slices.ContainsFunc(d.origins.Ops, func(o errflow.Origin) bool { return !onlyReads().MatchString(o.Name) })
	}
	return onlyReads().MatchString(d.site.Op.Name)
}

// health matches the names of functions that ask whether a service answers at all: there, any error says no.
var health = lazyregexp.New(`(?i)(health|ping|ready|alive|reachable|online|connected)`)

func asksForHealth(fn *fix.Function) bool {
	decl, ok := fn.Node.(*ast.FuncDecl)
	return ok && health().MatchString(decl.Name.Name)
}
