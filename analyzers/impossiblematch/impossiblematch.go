package impossiblematch

import (
	"go/ast"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "impossiblematch",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	reported := make(map[*errmatch.Match]bool)
	for _, m := range pass.Asked.Matches() {
		if !pass.Reportable(m.Instr.Pos()) {
			continue
		}
		// have: a match of an error with a type
		f, ok := checkType(pass, m)
		if _, clause := m.Syntax.Node().(*ast.CaseClause); !ok || clause { // a type switch: errassert
			continue
		}
		// have: an error that never has the type
		reported[m] = true
		o := pass.Flow.Origins(m.Err)
		f.Range, f.Operation, f.Related = m.Syntax.Node(), o.String(), o.Calls()
		pass.Report(f)
	}
	for _, check := range pass.Asked.Codes() {
		if !reported[check.Match] && pass.Reportable(check.Literal.Pos()) {
			// have: a comparison of the code of an error
			checkCode(pass, check)
		}
	}
	for _, check := range pass.Asked.Cancellations() {
		// have: a comparison of the code of a CancellationReason
		checkReason(pass, check)
	}
}

// checkType returns the finding that m never finds its type, false where it may.
func checkType(pass *rule.Pass, m *errmatch.Match) (rule.Finding, bool) {
	typ := awssdk.TypeName(m.Target)
	if typ == nil || typ.Pkg() == nil {
		return rule.Finding{}, false
	}
	service, modelled := awspath.ServiceOfTypes(typ.Pkg().Path())
	switch path := typ.Pkg().Path(); {
	case path == awspath.AWSErr:
	case !m.Unwraps(): // An assertion never finds a wrapped error: errassert says so.
		return rule.Finding{}, false
	case !modelled && !(path == awspath.Smithy && typ.Name() == "GenericAPIError"):
		return rule.Finding{}, false
	}
	// have: an error type of SDK v1, one of a service, or *smithy.GenericAPIError
	o := pass.Flow.Origins(m.Err)
	switch {
	case !o.AWS() || o.Unknown:
		return rule.Finding{}, false
	case typ.Pkg().Path() == awspath.AWSErr:
		return rule.Finding{
			Message: "awserr." + typ.Name() + " is of SDK v1, and " + o.String() + " of SDK v2 never returns it; match smithy.APIError",
		}, only(o, 2)
	case !modelled:
		return checkGeneric(pass, m, o)
	case only(o, 1):
		return rule.Finding{
			Message: "*types." + typ.Name() + " is of SDK v2, and " + o.String() + " of SDK v1 never returns it; match awserr.Error",
		}, true
	}
	return checkModelled(pass, m, typ.Name(), service, o)
}

// only reports whether all operations are of that generation of the SDK.
func only(o errflow.Origins, generation int) bool {
	for _, op := range o.Ops {
		if op.Generation != generation {
			return false
		}
	}
	return true
}
