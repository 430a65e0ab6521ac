package lambdabody

import (
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// repliesInText reports whether those who get the responses of fn get plain text where all is well, and no JSON, as far as
// is known. They do not expect JSON in errors either.
func repliesInText(pass *rule.Pass, fn lambdaresp.Responder) bool {
	found := false
	for _, beside := range pass.Responses.Beside(fn) {
		for lit := range pass.Responses.Literals(beside) {
			body := lit.Field("body")
			if status := lit.Status(); body == nil || status < 200 || status >= 300 {
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
	}
	return found
}
