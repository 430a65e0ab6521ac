package errstring

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// asksByType reports whether the function of m asks the same error for what r says by its type or
// its code, too, or comes to m only with errors that are none of AWS: then the text is for those that
// have lost what they wrapped.
func asksByType(pass *rule.Pass, m *errmatch.TextMatch, r textRemedy) bool {
	for _, other := range pass.Asked.Matches() {
		typ := awssdk.TypeName(other.Type)
		if other.Instr.Parent() != m.Instr.Parent() || typ == nil || !slices.Contains(m.Errs, other.Err) {
			continue
		}
		if typ.Name() == r.Type || errmatch.IsGeneral(other.Type) && ssaflow.Precludes(other.Holds(), m.Instr.Block()) {
			return true
		}
	}
	return slices.ContainsFunc(pass.Asked.Codes(), func(check *errmatch.CodeCheck) bool {
		return check.Match != nil && check.Instr.Parent() == m.Instr.Parent() && slices.Contains(m.Errs, check.Err) &&
			(check.Code == r.Code || slices.Contains(m.Literals, check.Code))
	})
}

// isRequestError reports whether v is the error that a request of SDK v1 has failed with, as retryers and
// handlers get it: req.Error.
func isRequestError(v ssa.Value) bool {
	field, of := ssaflow.LoadedField(v)
	if field == nil || field.Name() != "Error" {
		return false
	}
	request := awssdk.TypeName(of.Type())
	return request != nil && request.Pkg() != nil && request.Pkg().Path() == awspath.Request
}
