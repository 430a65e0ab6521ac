package outputbeforecheck

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "outputbeforecheck",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

// problems are the ends of messages.
var problems = map[errflow.UseKind]string{
	errflow.Unchecked: "before its error is checked; it is nil if the call fails",
	errflow.Failed:    "where its error is not nil; it is nil there, so this panics",
	errflow.Handled:   "although its error may not be nil; it is nil then, so leave the function where the error is handled",
}

func run(pass *rule.Pass) {
	for _, site := range pass.Flow.Sites {
		// Where nothing ever reads the error, discarded says so. SDK v1 returns an
		// output with every error.
		if site.Op.Generation != 2 || site.Lost() {
			continue
		}
		for _, use := range site.UncheckedUses() {
			cur, ok := dereference(pass.Root, use.Pos)
			if !ok {
				continue
			}
			pass.Report(rule.Finding{
				Range:     cur.Node(),
				Operation: site.Op.String(),
				Message:   "output of " + site.Op.String() + " is used " + problems[use.Kind],
				Fix:       "move the use below the check",
				Edit:      func() *fix.Editor { return moveBelowCheck(pass, site, use, cur) },
			})
			break // the others fail together with the first
		}
	}
}

// dereference returns the expression that dereferences at pos.
func dereference(root inspector.Cursor, pos token.Pos) (inspector.Cursor, bool) {
	cur, ok := root.FindByPos(pos, pos)
	if !ok {
		return cur, false
	}
	for c := range cur.Enclosing((*ast.SelectorExpr)(nil), (*ast.StarExpr)(nil), (*ast.CallExpr)(nil)) {
		if call, ok := c.Node().(*ast.CallExpr); ok {
			if call.Lparen != pos {
				continue
			}
			return c.ChildAt(edge.CallExpr_Fun, -1), true // a method of the output
		}
		return c, true
	}
	return cur, false
}
