package lambdaresp_test

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// probe reports, in the fixture values, what is known of the results of return statements, and in the fixture text, the forms of errors that
// handlers return, and of bodies.
var probe = &analysis.Analyzer{
	Name:     "lambdaresp",
	Doc:      "report responses",
	Requires: []*analysis.Analyzer{handler.Analyzer, lambdaresp.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		set := pass.ResultOf[lambdaresp.Analyzer].(*lambdaresp.Set)
		handlers := pass.ResultOf[handler.Analyzer].(*handler.Set)
		switch pass.Pkg.Name() {
		case "values":
			reportReturns(pass, handlers, set)
		case "text":
			reportForms(pass, handlers, set)
		}
		return nil, nil
	},
}

func TestResponses(t *testing.T) { ruletest.Run(t, probe) }

func report(pass *analysis.Pass, at ast.Node, message string) {
	pass.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: message, URL: "-"})
}

func reportReturns(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	contents := map[lambdaresp.Content]string{lambdaresp.Unclear: "unclear", lambdaresp.Zero: "zero", lambdaresp.Written: "written"}
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			state := "unknown"
			if r.ErrNil {
				state = "nil"
			} else if r.ErrNonNil {
				state = "non-nil"
			}
			report(pass, r.Stmt, contents[r.Response]+", "+state)
		}
	}
}

func reportForms(pass *analysis.Pass, handlers *handler.Set, set *lambdaresp.Set) {
	forms := map[lambdaresp.Form]string{lambdaresp.Unproven: "unproven", lambdaresp.Text: "text", lambdaresp.JSON: "JSON"}
	for _, h := range handlers.All {
		for _, r := range set.Returns(h) {
			report(pass, r.Stmt, forms[set.Form(r.Err)])
		}
	}
	for cur := range handlers.Root.Preorder((*ast.KeyValueExpr)(nil)) {
		kv := cur.Node().(*ast.KeyValueExpr)
		if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != "Body" {
			continue
		}
		if v := set.FieldValue(kv); v != nil {
			report(pass, kv, forms[set.Form(v)])
		}
	}
}
