package rule

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A Pass is one run of a rule on one package: an analysis.Pass with the results that rules
// stand on.
type Pass struct {
	*analysis.Pass
	Root  inspector.Cursor // of the syntax of the package
	Flow  *errflow.Package
	Asked *errmatch.Set // of errors

	// Handlers are the Lambda handlers, and Responses what they respond. Both are nil unless the
	// Spec of the rule asks for them.
	Handlers  *handler.Set
	Responses *lambdaresp.Set

	// Fixes makes the editors of all fixes of the rule in the package.
	Fixes *fix.Batch

	group       string // of the rule
	suppression *suppression
	comments    map[*ast.File]*comments
	findings    []Finding // in the order in which the rule reports them
}

func newPass(pass *analysis.Pass, group string) *Pass {
	p := &Pass{
		Pass:        pass,
		Flow:        result[*errflow.Package](pass, errflow.Analyzer),
		Asked:       result[*errmatch.Set](pass, errmatch.Analyzer),
		Handlers:    result[*handler.Set](pass, handler.Analyzer),
		Responses:   result[*lambdaresp.Set](pass, lambdaresp.Analyzer),
		Fixes:       fix.NewBatch(pass),
		group:       group,
		comments:    make(map[*ast.File]*comments),
		suppression: result[*suppression](pass, Suppression),
	}
	if in := result[*inspector.Inspector](pass, inspect.Analyzer); in != nil {
		p.Root = in.Root()
	}
	return p
}

// result returns the result of a, the zero value where the analyzer of pass does not require a.
func result[T any](pass *analysis.Pass, a *analysis.Analyzer) T {
	v, _ := pass.ResultOf[a].(T)
	return v
}

// Reportable reports whether a finding at pos could be reported at all. Rules ask it
// before work that costs much.
func (p *Pass) Reportable(pos token.Pos) bool {
	return !p.suppression.files[p.Fset.File(pos)]
}
