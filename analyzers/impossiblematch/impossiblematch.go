package impossiblematch

import (
	"cmp"
	"go/ast"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "impossiblematch",
	Group: rule.Matched,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	reported := make(map[*errmatch.Match]bool)
	for _, m := range pass.Asked.Matches() {
		if _, clause := m.Syntax.Node().(*ast.CaseClause); clause || !pass.Reportable(m.Instr.Pos()) { // a type switch: errassert
			continue
		}
		// have: a match of an error with a type
		if f, ok := checkType(pass, m); ok {
			// have: an error that never has the type
			reported[m] = true
			report(pass, m.Err, m.Syntax.Node(), f)
		}
	}
	for _, check := range pass.Asked.Codes() {
		if check.Match != nil && reported[check.Match] || !pass.Reportable(check.Literal.Pos()) {
			continue
		}
		// have: a comparison of the code of an error
		if f, ok := checkCode(pass, check); ok {
			report(pass, check.Err, check.Literal, f)
		}
	}
	checkRetried(pass)
	for _, check := range pass.Asked.Cancellations() {
		// have: a comparison of the code of a CancellationReason
		if f, ok := checkReason(pass, check); ok {
			pass.Report(f)
		}
	}
}

// report reports f, which is about the error err and about n.
func report(pass *rule.Pass, err ssa.Value, n ast.Node, f rule.Finding) {
	o := pass.Flow.Origins(err)
	f.Range, f.Operation, f.Related = n, o.String(), o.Calls()
	pass.Report(f)
}

// checkType returns the finding that m never finds its type, false where it may.
func checkType(pass *rule.Pass, m *errmatch.Match) (rule.Finding, bool) {
	typ := awssdk.TypeName(m.Type)
	if typ == nil || typ.Pkg() == nil {
		return rule.Finding{}, false
	}
	if isPointer(m.Type) && knowledge.ReturnedByValue(typ.Pkg().Path(), typ.Name()) {
		return checkPointer(pass, m, typ)
	}
	if f, ok := checkDirectory(pass, m, typ); ok {
		return f, true
	}
	service, modelled := awspath.ServiceOfTypes(typ.Pkg().Path())
	v1 := typ.Pkg().Path() == awspath.AWSErr
	generic := isGeneric(typ)
	if !v1 && !(m.Unwraps() && (modelled || generic)) { // An assertion never finds a wrapped error: errassert says so.
		return rule.Finding{}, false
	}
	// have: an error type of SDK v1, one of a service, or *smithy.GenericAPIError
	o := pass.Flow.Origins(m.Err)
	if !o.AWS() || o.Unknown || len(o.Cuts) > 0 { // what is cut off may be meant: brokenchain
		return rule.Finding{}, false
	}
	names := pass.Fixes.NamesAt(m.Syntax.Node().Pos())
	name := types.TypeString(m.Type, names.Of)
	switch ops := remedy.Of(pass.Flow, o, names); {
	case v1:
		return rule.Finding{
			Message: o.String() + " of SDK v2 never returns " + name + " of SDK v1; match smithy.APIError",
		}, ops.OfSDK(2)
	case modelled && ops.OfSDK(1):
		return rule.Finding{
			Message: o.String() + " of SDK v1 never returns " + name + " of SDK v2; match awserr.Error",
		}, true
	case generic:
		return checkGeneric(pass, m, o.String(), ops)
	default:
		return checkModelled(pass, m, service, o.String()+" never returns "+name, ops)
	}
}

// checkModelled returns the finding that none of the operations returns the type that m asks for, of the
// service package at servicePath. subject says so.
func checkModelled(pass *rule.Pass, m *errmatch.Match, servicePath, subject string, ops remedy.Operations) (rule.Finding, bool) {
	name := awssdk.TypeName(m.Type).Name()
	verdict, never := ops.NeverReturn(servicePath, name)
	f := rule.Finding{Message: subject + verdict.Reason}
	switch {
	case never && (hasLiveArm(pass, m.Err, name, verdict, ops) || hasLiveNamesake(pass, m.Err, servicePath, name, ops)):
		return deadArm(subject + verdict.Of), true
	case verdict.Type != "":
		f.Fix = "match " + ops.TypeName(verdict.ServicePath, verdict.Type)
		other := fix.ErrorMatch{Package: verdict.ServicePath + "/types", Alias: "types", Type: "*" + verdict.Type}
		f.Edit = func() *fix.Editor { return matchOther(pass, m, other) }
	}
	return f, never && !model.GivesCredentials(awspath.Service(servicePath))
}

// checkPointer returns the finding that m asks for a pointer to what the SDK returns by value.
//
//	var invalid *smithy.InvalidParamsError => var invalid smithy.InvalidParamsError
func checkPointer(pass *rule.Pass, m *errmatch.Match, typ *types.TypeName) (rule.Finding, bool) {
	o := pass.Flow.Origins(m.Err)
	operation, name := "the SDK", typ.Pkg().Name()+"."+typ.Name()
	if o.AWS() {
		operation = o.String()
	}
	value := fix.ErrorMatch{Package: typ.Pkg().Path(), Alias: typ.Pkg().Name(), Type: typ.Name()}
	f := rule.Finding{
		Message: operation + " returns " + name + " by value, so *" + name + " never matches; match the value",
		Fix:     "match the value",
		Edit:    func() *fix.Editor { return matchOther(pass, m, value) },
	}
	return f, !o.Bare && (o.AWS() || pass.Asked.FromOutside(m.Err))
}

// isGeneric reports whether typ is smithy.GenericAPIError, which is what comes where there is no type.
func isGeneric(typ *types.TypeName) bool {
	return typ.Pkg().Path() == awspath.Smithy && typ.Name() == "GenericAPIError"
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// checkGeneric returns the finding that m asks for *smithy.GenericAPIError although the operations,
// called operation in messages, model every code that the error is then compared with.
func checkGeneric(pass *rule.Pass, m *errmatch.Match, operation string, ops remedy.Operations) (rule.Finding, bool) {
	first := ""
	for _, check := range pass.Asked.Codes() {
		if check.Match != m {
			continue
		}
		if !ops.ModelCode(check.Code) {
			return rule.Finding{}, false
		}
		first = cmp.Or(first, check.Code)
	}
	return rule.Finding{
		Message: operation + " has a type for the code " + strconv.Quote(first) + ", so *smithy.GenericAPIError never matches; match smithy.APIError",
		Fix:     "match smithy.APIError",
		Edit:    func() *fix.Editor { return matchOther(pass, m, apiError) },
	}, first != ""
}
