package lambdabody

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// repliesInText reports whether the package gives its clients plain text where all is well, and no JSON, as far as is
// known. They do not expect JSON in errors either.
func repliesInText(pass *rule.Pass) bool {
	found := false
	for cur := range pass.Root.Preorder((*ast.CompositeLit)(nil)) {
		lit := pass.Responses.Literal(cur)
		if lit == nil || lit.Status() < 200 || lit.Status() >= 300 {
			continue
		}
		body := lit.Field("body")
		if body == nil {
			continue
		}
		if value := pass.TypesInfo.Types[body.Value].Value; value != nil && value.ExactString() == `""` {
			continue
		}
		if value := pass.Responses.FieldValue(body); value == nil || pass.Responses.Form(value) != lambdaresp.Text {
			return false
		}
		found = true
	}
	return found
}
