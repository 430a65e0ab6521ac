package impossiblematch

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkDirectory returns the finding that m asks the error of a transfer of a directory for typ, a type of AWS:
// the transfer wraps nothing.
func checkDirectory(pass *rule.Pass, m *errmatch.Match, typ *types.TypeName) (rule.Finding, bool) {
	path := typ.Pkg().Path()
	if !awspath.Within(path, awspath.V2) && !awspath.Within(path, awspath.Smithy) || !m.Unwraps() {
		return rule.Finding{}, false
	}
	o := pass.Flow.Origins(m.Err)
	if !pass.Flow.KeepOnlyText(o) {
		return rule.Finding{}, false
	}
	name := types.TypeString(m.Type, pass.Fixes.NamesAt(m.Syntax.Node().Pos()).Of)
	return rule.Finding{
		Message: o.String() + " keeps only the text of errors, so " + name + " never matches; use its FailurePolicy",
	}, true
}
