package outputbeforecheck

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "outputbeforecheck",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	for _, site := range pass.Flow.Sites {
		// SDK v1 returns an output with every error. Where nothing ever reads the error, discarded says so.
		if site.Op.Generation != 2 || site.Lost() {
			continue
		}
		// Have: a call whose output is nil where it fails, and whose error is read somewhere.
		for _, use := range uses(site) {
			cur, ok := expression(pass.Flow.Program, use.deref)
			if !ok {
				continue
			}
			// Have: the output is dereferenced at cur, where it can be nil.
			pass.Report(rule.Finding{
				Range:     cur.Node(),
				Operation: site.Op.String(),
				Message:   "output of " + site.Op.String() + " is used " + use.problem(),
				Fix:       "move the use below the check",
				Edit:      func() *fix.Editor { return moveBelowCheck(pass, site, use, cur) },
			})
			break // the others fail together with the first
		}
	}
}

// problem returns the end of the message.
func (u use) problem() string {
	switch u.when {
	case failed:
		return "where its error is not nil; it is nil there, so this panics"
	case handled:
		return "although its error may not be nil; it is nil then, so leave the function where the error is handled"
	default:
		return "before its error is checked; it is nil if the call fails"
	}
}

// expression returns the expression that dereferences the output: out.Body, *out, or the out.GetStream of a call.
func expression(p *ssaflow.Program, d deref) (inspector.Cursor, bool) {
	cur, ok := p.Syntax(d.by)
	if !ok {
		return cur, false
	}
	if _, method := cur.Node().(*ast.CallExpr); method {
		cur = cur.ChildAt(edge.CallExpr_Fun, -1)
	}
	return cur, true
}
