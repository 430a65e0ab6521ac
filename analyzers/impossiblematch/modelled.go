package impossiblematch

import (
	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkModelled returns the finding that none of the operations of o models the error type called name, of the service package at servicePath.
func checkModelled(pass *rule.Pass, m *errmatch.Match, name, servicePath string, o errflow.Origins) (rule.Finding, bool) {
	service := awspath.Service(servicePath)
	if model.GivesCredentials(service) {
		return rule.Finding{}, false
	}
	ops := remedy.Of(pass.Flow, o)
	if !ops.Complete() {
		return rule.Finding{}, false
	}
	wrong, never := ops.NeverReturn(servicePath, name)
	if !never || alsoMatched(pass, m, wrong.Fitting, wrong.Code) {
		return rule.Finding{}, false
	}
	f := rule.Finding{Message: o.String() + " never returns *types." + name}
	switch {
	case wrong.SendsNothing:
		f.Message += ", since it sends nothing"
	case wrong.IsReason:
		f.Message += "; match *types.TransactionCanceledException and look at its CancellationReasons"
	case wrong.Fitting != "":
		f.Message += "; match *types." + wrong.Fitting
		f.Fix = "match *types." + wrong.Fitting
		f.Edit = func() *fix.Editor { return matchOther(pass, m, wrong.ServicePath+"/types", wrong.Fitting) }
	case wrong.Foreign:
		f.Message += ", an error of " + service
	case wrong.Code != "":
		f.Message += `, which it does not model; match smithy.APIError and its code "` + wrong.Code + `"`
	}
	return f, true
}

// checkGeneric returns the finding that m asks for *smithy.GenericAPIError although the operations of o model
// every code that the error is then compared with.
func checkGeneric(pass *rule.Pass, m *errmatch.Match, o errflow.Origins) (rule.Finding, bool) {
	var ops remedy.Operations
	first := ""
	for _, check := range pass.Asked.Codes() {
		if check.Match != m {
			continue
		}
		if first == "" {
			first, ops = check.Code, remedy.Of(pass.Flow, o)
		}
		if !ops.Complete() || !ops.ModelCode(check.Code) {
			return rule.Finding{}, false
		}
	}
	return rule.Finding{
		Message: "*smithy.GenericAPIError never has the code \"" + first + "\" of " + o.String() + ", which has a type for it; match smithy.APIError",
		Fix:     "match smithy.APIError",
		Edit:    func() *fix.Editor { return matchInterface(pass, m) },
	}, first != ""
}

// alsoMatched reports whether the program asks the error of m for the type called name
// or for the code as well: then it was written to be safe, and the dead match does no harm.
func alsoMatched(pass *rule.Pass, m *errmatch.Match, name, code string) bool {
	for _, other := range pass.Asked.Matches() {
		if typ := awssdk.TypeName(other.Target); other != m && other.Err == m.Err && typ != nil && typ.Name() == name {
			return true
		}
	}
	for _, check := range pass.Asked.Codes() {
		if check.Match.Err == m.Err && check.Code == code {
			return true
		}
	}
	return false
}
