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
	check := func(site *errflow.Site, operation, name string) {
		place := placeOf(pass, site)
		pass.Report(rule.Finding{
			Lost:      true,
			Range:     site.Expr(),
			Operation: operation,
			Message:   "error of " + name + " is discarded" + place.remedy(),
			Fix:       "return the error of " + site.Op.String(),
			Edit:      func() *fix.Editor { return place.edit(pass, site) },
		})
	}
	lost := func(site *errflow.Site) bool { return site.Lost() && pass.Reportable(site.Expr().Pos()) }
	for _, site := range pass.Flow.Sites {
		// What Close and Err of an event stream tell is the matter of streamerr.
		if site.Op.Form != awssdk.EventStream && lost(site) {
			check(site, site.Op.String(), site.Op.String())
		}
	}
	for _, site := range pass.Flow.OwnCalls() {
		if !lost(site) {
			continue
		}
		if o := pass.Flow.Returned(site); o.AWS() {
			check(site, o.String(), site.Op.String()+", that of "+o.String()+",")
		}
	}
}

// A place is where in the program a call stands, as far as it decides what can be
// done with the error.
type place struct {
	stmt   ast.Stmt // the statement that the call is, or is assigned by; nil if there is none
	inList bool     // stmt stands in a list of statements, so that others can follow it
	fn     *fix.Function
	failed bool // another error is, or may be, on its way out here
}

// remedy returns what to do about the error where no fix does it.
func (p place) remedy() string {
	switch p.stmt.(type) {
	case *ast.GoStmt:
		return "; start the goroutine with an errgroup or send the error to a channel"
	case *ast.DeferStmt:
		switch {
		case p.fn == nil || !p.fn.ReturnsError():
			return "; log it in a deferred closure"
		case p.fn.NamedError() == nil:
			return "; name the error result and join it there in a deferred closure"
		}
		return ""
	}
	switch {
	case p.fn == nil || !p.fn.ReturnsError():
		return "; the function around it returns no error, so log it or pass it on"
	case p.failed:
		return "; join it with the error that is returned"
	}
	return ""
}

// placeOf returns the place of site.
func placeOf(pass *rule.Pass, site *errflow.Site) place {
	var p place
	cur := site.Call
	for cur.Parent().Valid() {
		if _, ok := cur.Parent().Node().(*ast.ParenExpr); !ok {
			break
		}
		cur = cur.Parent()
	}
	parent := cur.Parent()
	switch stmt := parent.Node().(type) {
	case *ast.ExprStmt, *ast.AssignStmt:
		p.stmt = stmt.(ast.Stmt)
	case *ast.GoStmt, *ast.DeferStmt:
		p.stmt = stmt.(ast.Stmt)
	}
	if p.stmt != nil {
		switch parent.Parent().Node().(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			p.inList = true
			// The statement of a select case is a child of its clause, too.
			if clause, ok := parent.Parent().Node().(*ast.CommClause); ok && clause.Comm == p.stmt {
				p.inList = false
			}
		}
	}
	p.fn = fix.FunctionOf(pass.TypesInfo, site.Call)
	p.failed = p.fn != nil && (p.fn.Failed(site.Call) || site.Pending())
	return p
}
