package impossiblematch

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// deadArm returns the finding about a match that never succeeds beside one that may. subject says
// what never comes.
func deadArm(subject string) rule.Finding {
	return rule.Finding{Message: subject + ", so this arm never matches; remove it", Severity: lint.SeverityInfo}
}

// hasLiveArm reports whether the program asks the error err as well for what can come in place of
// name, a type or a code that never does: the type or the code of the verdict, or one that says the
// same. Then the program does what it should, and the dead match is only too much.
func hasLiveArm(pass *rule.Pass, err ssa.Value, name string, verdict remedy.Verdict, ops remedy.Operations) bool {
	alike := func(other string) bool { return other != "" && other != name && knowledge.Alike(other, name) }
	for _, other := range pass.Asked.Matches() {
		typ := awssdk.TypeName(other.Type)
		if other.Err != err || typ == nil || typ.Name() == name {
			continue
		}
		if typ.Name() == verdict.Type || alike(typ.Name()) && ops.Model(typ.Name()) {
			return true
		}
	}
	for _, check := range pass.Asked.Codes() {
		if check.Err != err {
			continue
		}
		if check.Code == cmp.Or(verdict.Code, name) && check.Code != name {
			return true
		}
		if _, never := ops.NeverSend(check.Code); (check.Code == name || alike(check.Code)) && !never {
			return true
		}
	}
	return false
}

// asksForType reports whether the program asks the error err for the type called name.
func asksForType(pass *rule.Pass, err ssa.Value, name string) bool {
	return slices.ContainsFunc(pass.Asked.Matches(), func(m *errmatch.Match) bool {
		typ := awssdk.TypeName(m.Type)
		return m.Err == err && m.Unwraps() && typ != nil && typ.Name() == name
	})
}

// hasLiveNamesake reports whether the program asks the error err as well for the type called name of
// another service than that at servicePath, which has no code for what the type says.
func hasLiveNamesake(pass *rule.Pass, err ssa.Value, servicePath, name string, ops remedy.Operations) bool {
	return !ops.SendInstead(servicePath, name) && slices.ContainsFunc(pass.Asked.Matches(), func(other *errmatch.Match) bool {
		typ := awssdk.TypeName(other.Type)
		if other.Err != err || typ == nil || typ.Name() != name {
			return false
		}
		service, ok := awspath.ServiceOfTypes(typ.Pkg().Path())
		_, never := ops.NeverReturn(service, name)
		return ok && !never
	})
}
