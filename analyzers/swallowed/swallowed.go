package swallowed

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:    "swallowed",
	Group:   rule.Lost,
	Doc:     Doc,
	Run:     run,
	Fixes:   true,
	Options: []string{"may-lose"},
})

func run(pass *rule.Pass) {
	for _, site := range pass.Flow.Sites {
		if site.Op.Form == awssdk.EventStream {
			continue
		}
		if d, ok := dropped(pass, site); ok {
			check(pass, d)
		}
	}
	for _, site := range pass.Flow.DeclaredCalls() {
		d, ok := dropped(pass, site)
		if !ok || mayLog(pass.Flow, site) {
			continue
		}
		// Other types than those known may be behind an interface, but these are.
		d.origins = pass.Flow.Returned(site)
		if d.origins.AWS() && (!d.origins.Unknown || site.Instr.Common().IsInvoke()) {
			check(pass, d)
		}
	}
}

// mayLog reports whether the function that site calls could log the error that it returns. Of a
// function of another package, or behind an interface, it is known only whether it logs each.
func mayLog(flow *errflow.Package, site *errflow.Site) bool {
	if fn := site.Instr.Common().StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return flow.MayLog(site)
	}
	return flow.Logs(site)
}

// check reports d unless it is what the function around it is meant to do.
func check(pass *rule.Pass, d drop) {
	// Have: an error that is compared with nil, or asked what it is, and nothing else.
	cmp, ok := pass.Flow.Syntax(d.at())
	if !ok || !pass.Reportable(cmp.Node().Pos()) {
		return
	}
	fn := fix.FunctionOf(pass.TypesInfo, cmp)
	switch cmp.Node().(type) {
	case *ast.BinaryExpr, *ast.CallExpr, *ast.TypeAssertExpr:
	default: // in a case of a switch
		return
	}
	if fn == nil {
		return
	}
	ops := d.operations(pass.Flow)
	if meant(pass, d, ops, cmp, fn) {
		return
	}
	// Have: a function that goes on as if all were well.
	operation, name := d.site.Op.String(), d.site.Op.String()
	if d.origins.AWS() { // a call of a function of the program
		operation, name = d.origins.String(), d.origins.Behind(name)
	}
	at := cmp
	if d.cmp == nil { // other rules may have to say something of the question
		if at, ok = pass.Flow.Syntax(d.site.Instr); !ok {
			return
		}
	}
	f := rule.Finding{
		Lost:      true,
		Range:     at.Node(),
		Operation: operation,
		Message:   d.message(name, newAdvice(pass, d, ops, cmp, fn)),
		Fix:       "return the error of " + d.site.Op.String(),
		Edit: func() *fix.Editor {
			if d.rest != nil {
				return editRest(pass, d, cmp, fn)
			}
			return edit(pass, d, cmp, fn)
		},
		Related: pass.Flow.Origins(d.site.Err).Calls(),
	}
	if !slices.ContainsFunc(ops, changes) && explained(pass.Fset, d, cmp, fn) {
		f.Severity, f.Edit = lint.SeverityInfo, nil
	}
	pass.Report(f)
}

// operations returns those that the error of d can come from.
func (d drop) operations(flow *errflow.Package) []errflow.Origin {
	if d.origins.AWS() {
		return d.origins.Ops
	}
	return flow.Origins(d.site.Err).Ops
}

// meant reports whether fn is known to be meant to go on where the operations fail.
func meant(pass *rule.Pass, d drop, ops []errflow.Origin, cmp inspector.Cursor, fn *fix.Function) bool {
	all := func(ok func(errflow.Origin) bool) bool {
		return !slices.ContainsFunc(ops, func(o errflow.Origin) bool { return !ok(o) })
	}
	if all(func(o errflow.Origin) bool { return knowledge.Optional(o.Service, o.Name) }) {
		return true
	}
	if completes(pass, cmp, fn) {
		return true
	}
	reads := onlyRead(ops)
	if d.rest != nil && reads && fn.Sig.Results().Len() == 0 {
		return true // a warning that is given where one can be given
	}
	switch d.then {
	case saysNo:
		// Where the call does something, that it went well or not is what a function may well say.
		return !reads || all(isIdentity) || asksWhetherUsable(fn) || polled(pass, cmp, fn)
	case returns:
		return asksWhetherUsable(fn) || polled(pass, cmp, fn)
	case goesOn:
		if waits, ends := polls(pass, cmp); reads && (d.spare || waits && ends) { // it gives up as if the time were over
			return true
		}
		// What is read has a default, or is not needed, where nothing can say that it is missing. So
		// it is with configuration that is used only where it could be loaded.
		optional := reads && !fn.ReturnsError() && fn.Sig.Results().Len() > 0
		return (d.rest != nil || d.cmp.Op == token.EQL) && (optional || all(func(o errflow.Origin) bool { return o.Form == awssdk.Config }))
	}
	return false
}

// onlyRead reports whether ops only read.
func onlyRead(ops []errflow.Origin) bool {
	return !slices.ContainsFunc(ops, func(o errflow.Origin) bool { return !knowledge.Reads(o.Name) })
}

// changes reports whether o neither reads, nor encodes something in memory, nor looks for credentials.
func changes(o errflow.Origin) bool {
	return !knowledge.Reads(o.Name) && o.Form != awssdk.Credentials && !(o.Form == awssdk.Feature && knowledge.Encodes(o.Name))
}

// isIdentity reports whether o asks who the caller is: its error says that the credentials are no good.
func isIdentity(o errflow.Origin) bool { return o.Service == "sts" }

// asksWhetherUsable reports whether fn says yes or no to whether something can be used.
func asksWhetherUsable(fn *fix.Function) bool {
	decl, ok := fn.Node.(*ast.FuncDecl)
	return ok && saysYesOrNo(fn) && knowledge.AsksWhetherUsable(decl.Name.Name)
}

// saysYesOrNo reports whether the first result of fn is a bool.
func saysYesOrNo(fn *fix.Function) bool {
	results := fn.Sig.Results()
	return results.Len() > 0 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool])
}
