package discarded

import (
	"go/ast"
	"slices"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:    "discarded",
	Group:   rule.Lost,
	Doc:     Doc,
	Run:     run,
	Fixes:   true,
	Options: []string{"may-lose"},
})

func run(pass *rule.Pass) {
	declared := pass.Flow.DeclaredCalls()
	calls := slices.Concat(pass.Flow.Sites, declared)
	report := func(d discard, operation, name string) {
		d.severity = d.severityOf(pass, calls)
		switch {
		case d.precedesCreation(pass, calls):
			d.unless = "not found"
		case d.mayExist(pass):
			d.unless = "already exists"
		}
		pass.Report(rule.Finding{
			Lost:      true,
			Severity:  d.severity,
			Range:     d.site.Expr(),
			Operation: operation,
			Message:   "the error of " + name + d.remedy(pass),
			Fix:       "return the error of " + d.site.Op.String(),
			Edit:      func() *fix.Editor { return edit(pass, d) },
		})
	}
	lost := func(site *errflow.Site) bool { return site.Lost() && pass.Reportable(site.Expr().Pos()) }
	for _, site := range pass.Flow.Sites {
		// What Close and Err of an event stream tell is the matter of streamerr.
		if site.Op.Form != awssdk.EventStream && lost(site) {
			// Have: an operation whose error nothing reads.
			report(discardOf(pass, site), site.Op.String(), site.Op.String())
		}
	}
	for _, site := range declared {
		if !lost(site) {
			continue
		}
		if o := pass.Flow.Returned(site); o.AWS() && !pass.Flow.Logs(site) {
			// Have: a call that returns an error of AWS, which it does not log itself and nothing reads.
			d := discardOf(pass, site)
			d.mixed, d.within = o.Unknown || o.Other, o.Ops
			report(d, o.String(), o.Behind(site.Op.String()))
		}
	}
}

// A discard is a call whose error is lost, and what surrounds it, as far as that decides what can
// be done about the error.
type discard struct {
	site    *errflow.Site
	stmt    ast.Stmt // the statement that the call is, or is assigned by; nil if there is none
	inList  bool     // others can follow stmt
	next    ast.Node // what follows stmt in its list, nil if there is none
	fn      *fix.Function
	failed  bool // another error is, or may be, on its way out here
	failing bool // it certainly is
	leaving bool // and whatever the call does, the function returns it
	use     use  // of the output
	mixed   bool // the error can be one that does not come from AWS

	within   []errflow.Origin // where the error of a function of the program comes from
	unless   string           // what errors may mean for which all is well, "" if none
	severity lint.Severity    // of the finding, where it is less severe than others
}

func discardOf(pass *rule.Pass, site *errflow.Site) discard {
	d := discard{site: site, fn: fix.FunctionOf(pass.TypesInfo, site.Call)}
	d.failing, d.leaving, d.use = site.Failing(), site.Leaving(), useOf(site)
	d.failed = d.fn != nil && (d.failing || d.leaving || d.fn.Failed(site.Call) || site.Pending())
	around := site.Call.Parent()
	for _, paren := around.Node().(*ast.ParenExpr); paren; _, paren = around.Node().(*ast.ParenExpr) {
		around = around.Parent()
	}
	switch stmt := around.Node().(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.GoStmt, *ast.DeferStmt:
		d.stmt, d.inList = stmt.(ast.Stmt), fix.InList(around)
		if next, ok := around.NextSibling(); ok {
			d.next = next.Node()
		}
	}
	return d
}

// returns reports whether the function around the call returns an error.
func (d discard) returns() bool { return d.fn != nil && d.fn.ReturnsError() }

// remedy returns what becomes of the error, and what to do about that.
func (d discard) remedy(pass *rule.Pass) string {
	if in := d.site.LostIn(); in != nil {
		return " goes to " + in.Name() + ", which ignores it; check it before"
	}
	if d.unless != "" {
		return " is discarded; " + d.advice(pass) + `, unless it means "` + d.unless + `"`
	}
	return " is discarded; " + d.advice(pass)
}

func (d discard) advice(pass *rule.Pass) string {
	if output := d.output(); output != "" {
		return "check it before using " + output
	}
	switch _, deferred := d.stmt.(*ast.DeferStmt); {
	case deferred && (!d.returns() || mayBeCompared(pass.Flow, d.site)):
		return "log it in a deferred closure"
	case deferred && d.fn.NamedError() == nil:
		return "name the error result and join the two in a deferred closure"
	case deferred:
		return "join it with the returned error in a deferred closure"
	}
	if _, ok := d.stmt.(*ast.GoStmt); ok {
		return "use an errgroup, or log it in the goroutine"
	}
	switch {
	case !d.returns():
		return "log it or pass it on"
	case d.failed && (fix.GoesOnWithLoop(d.site.Call) || mayBeCompared(pass.Flow, d.site) || mayBeTyped(pass.Flow, d.site)):
		return "log it"
	case d.failed:
		return "log it, or join it with the returned error"
	}
	return "return or log it"
}
