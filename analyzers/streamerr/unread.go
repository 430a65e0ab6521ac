package streamerr

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// reportUnread reports calls of operations whose output has a body that nothing takes. One that is read
// until it ends need not be closed: net/http gives its connection to the next request.
func reportUnread(pass *rule.Pass) {
	for _, site := range pass.Flow.Sites {
		if site.Op.Form != awssdk.Client || site.Op.Generation != 2 || !hasBody(site) || mayTakeBody(site) {
			continue
		}
		// Have: a body that is neither read nor closed, whatever becomes of the rest of the output.
		pass.Report(rule.Finding{
			Lost:      true,
			Severity:  lint.SeverityWarning,
			Range:     callee(site),
			Operation: site.Op.String(),
			Message:   "the body of " + site.Op.String() + " is never closed, so its connection stays open; close it",
		})
	}
}

// callee returns the name of the method that site calls: the call itself may be where its error is lost, too.
func callee(site *errflow.Site) ast.Node {
	if method, ok := ast.Unparen(site.Expr().Fun).(*ast.SelectorExpr); ok {
		return method.Sel
	}
	return site.Expr()
}

// hasBody reports whether the output of site has a member that is read and closed.
func hasBody(site *errflow.Site) bool {
	output, ok := site.Instr.Common().Signature().Results().At(0).Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	members, ok := output.Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for member := range members.Fields() {
		if isReadCloser(member.Type()) {
			return true
		}
	}
	return false
}

// mayTakeBody reports whether something takes the body of the output of site, or gets the whole output.
func mayTakeBody(site *errflow.Site) bool {
	if site.Output == nil {
		return false
	}
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Closures: true, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp: // a comparison with nil
			return false
		case *ssa.FieldAddr:
			member := ssaflow.FieldOf(instr.X.Type(), instr.Field)
			return member == nil || isReadCloser(member.Type())
		}
		return true
	}}
	return w.Any(site.Output)
}
