package discarded

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "discarded",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	report := func(site *errflow.Site, operation, name string) {
		d := discardOf(pass, site)
		pass.Report(rule.Finding{
			Lost:      true,
			Range:     site.Expr(),
			Operation: operation,
			Message:   "error of " + name + " is discarded" + d.remedy(),
			Fix:       "return the error of " + site.Op.String(),
			Edit:      func() *fix.Editor { return edit(pass, d) },
		})
	}
	lost := func(site *errflow.Site) bool { return site.Lost() && pass.Reportable(site.Expr().Pos()) }
	for _, site := range pass.Flow.Sites {
		// What Close and Err of an event stream tell is the matter of streamerr.
		if site.Op.Form != awssdk.EventStream && lost(site) {
			// Have: an operation whose error nothing reads.
			report(site, site.Op.String(), site.Op.String())
		}
	}
	for _, site := range pass.Flow.DeclaredCalls() {
		if !lost(site) {
			continue
		}
		if o := pass.Flow.Returned(site); o.AWS() {
			// Have: a function of the program whose error, which comes from AWS, nothing reads.
			report(site, o.String(), site.Op.String()+", that of "+o.String()+",")
		}
	}
}

// A discard is a call whose error is lost, and what surrounds it, as far as that decides what can
// be done about the error.
type discard struct {
	site   *errflow.Site
	stmt   ast.Stmt // the statement that the call is, or is assigned by; nil if there is none
	inList bool     // others can follow stmt
	fn     *fix.Function
	failed bool // another error is, or may be, on its way out here
}

func discardOf(pass *rule.Pass, site *errflow.Site) discard {
	d := discard{site: site, fn: fix.FunctionOf(pass.TypesInfo, site.Call)}
	d.failed = d.fn != nil && (d.fn.Failed(site.Call) || site.Pending())
	around := site.Call.Parent()
	for _, paren := around.Node().(*ast.ParenExpr); paren; _, paren = around.Node().(*ast.ParenExpr) {
		around = around.Parent()
	}
	switch stmt := around.Node().(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.GoStmt, *ast.DeferStmt:
		d.stmt, d.inList = stmt.(ast.Stmt), fix.InList(around)
	}
	return d
}

// remedy returns what to do about the error where no fix does it.
func (d discard) remedy() string {
	returns := d.fn != nil && d.fn.ReturnsError()
	switch d.stmt.(type) {
	case *ast.GoStmt:
		return "; start the goroutine with an errgroup or send the error to a channel"
	case *ast.DeferStmt:
		switch {
		case !returns:
			return "; log it in a deferred closure"
		case d.fn.NamedError() == nil:
			return "; name the error result and join it there in a deferred closure"
		}
		return ""
	}
	switch {
	case !returns:
		return "; the function around it returns no error, so log it or pass it on"
	case d.failed:
		return "; join it with the error that is returned"
	}
	return ""
}
