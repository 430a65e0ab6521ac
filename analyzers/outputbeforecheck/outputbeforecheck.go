package outputbeforecheck

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "outputbeforecheck",
	Group: rule.Lost,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	for _, site := range pass.Flow.Sites {
		check(pass, site, site.Op.String(), site.Op.String())
	}
	for _, site := range pass.Flow.DeclaredCalls() {
		if !pass.Flow.NilOutput(site) {
			continue
		}
		if o := pass.Flow.Returned(site); o.AWS() {
			check(pass, site, o.String(), o.Behind(site.Op.String()))
		}
	}
}

// check reports where the output of site, which messages call name, is dereferenced although it can be nil.
func check(pass *rule.Pass, site *errflow.Site, operation, name string) {
	// SDK v1 returns an output with every error. Where nothing ever reads the error, discarded says so.
	if site.Op.Generation != 2 || site.Lost() {
		return
	}
	// Have: a call whose output is nil where it fails, and whose error is read somewhere.
	for _, use := range uses(pass.Flow.Program, site) {
		cur, ok := expression(pass.Flow.Program, use.deref)
		if !ok {
			continue
		}
		// Have: the output is dereferenced at cur, where it can be nil.
		pass.Report(rule.Finding{
			Range:     cur.Node(),
			Operation: operation,
			Message:   use.message(name),
			Fix:       "move the use below the check",
			Edit:      func() *fix.Editor { return moveBelowCheck(pass, site, use, cur) },
		})
		break // the others fail together with the first
	}
}

// message returns what is wrong with the use of the output of the operation.
func (u use) message(name string) string {
	used := "output of " + name + " is used"
	if u.callee != nil {
		used = u.callee.Name() + " dereferences the output of " + name
	}
	switch u.when {
	case failed:
		return used + " although the call has failed, so this panics; use only the error here"
	case handled:
		return used + " even if the call has failed, which panics; use it only without an error"
	default:
		if u.callee != nil {
			return used + " before its error is checked; check the error first"
		}
		return used + " before its error is checked, but is nil if the call fails; check the error first"
	}
}

// expression returns the expression that dereferences the output: out.Body, *out, the out.GetStream
// of a call, or what is passed to a function that does it.
func expression(p *ssaflow.Program, d deref) (inspector.Cursor, bool) {
	cur, ok := p.Syntax(d.by)
	if !ok {
		return cur, false
	}
	call, ok := cur.Node().(*ast.CallExpr)
	if !ok {
		return cur, true
	}
	if d.callee == nil {
		return cur.ChildAt(edge.CallExpr_Fun, -1), true
	}
	arg := d.arg
	if d.callee.Signature().Recv() != nil {
		arg-- // SSA counts the receiver
	}
	return cur.ChildAt(edge.CallExpr_Args, arg), len(call.Args) == d.callee.Signature().Params().Len()
}
