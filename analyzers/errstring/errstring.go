package errstring

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "errstring",
	Group: rule.Matched,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	var reported []finding
	for _, m := range pass.Asked.Texts() {
		if !pass.Reportable(m.Syntax.Node().Pos()) {
			continue
		}
		// have: a match of the text of an error
		o := pass.Flow.Origins(m.Errs...)
		r, ok := remedyFor(pass, m, o)
		if !ok || asksByType(pass, m, r) {
			continue
		}
		// have: an error of AWS, and what to match in place of the text
		if changesNothing(pass, m) {
			pass.Report(rule.Finding{
				Range:     m.Syntax.Node(),
				Operation: o.String(),
				Severity:  lint.SeverityInfo,
				Message:   subject(o) + " is matched by its text to no effect; remove this branch, which returns what follows it",
				Related:   o.Calls(),
			})
			continue
		}
		// have: a match that matters
		if pass.Report(rule.Finding{
			Range:     m.Syntax.Node(),
			Operation: o.String(),
			Message:   subject(o) + " is matched by its text; " + r.Advice,
			Fix:       "match the error instead of its text",
			Edit:      func() *fix.Editor { return edit(pass, finding{m, r}, reported) },
			Related:   o.Calls(),
		}) {
			reported = append(reported, finding{m, r})
		}
	}
}

// subject is what messages call an error with the origins o.
func subject(o errflow.Origins) string {
	if !o.AWS() {
		return "an AWS error"
	}
	return "the error of " + o.String()
}

// A textRemedy is what to match in place of the text of an error.
type textRemedy struct {
	remedy.Remedy

	// ofVariable matches the code that a variable holds, nil where that is not certain to be right.
	ofVariable *fix.ErrorMatch
}

// remedyFor returns what to match in place of m, which asks an error with the origins o. It returns
// false for errors that cannot come from AWS, and for texts that neither a type nor a code stands for.
func remedyFor(pass *rule.Pass, m *errmatch.TextMatch, o errflow.Origins) (textRemedy, bool) {
	switch {
	case o.AWS() && saysItself(o, m.Literals):
	case o.AWS():
		ops := remedy.Of(pass.Flow, o, pass.Fixes.NamesAt(m.Syntax.Node().Pos()))
		refined := pass.Asked.Guarded(m)
		return combine(m, func(text string) (remedy.Remedy, bool) { return ops.ForText(text, refined) })
	case awssdk.ErrorGeneration(typeOf(pass, m)) != 0:
		services, typ := pass.Flow.ImportedServices(), typeOf(pass, m)
		return combine(m, func(text string) (remedy.Remedy, bool) {
			return remedy.ForTextOfType(services, text, awssdk.ErrorGeneration(typ), hasCode(typ))
		})
	case !slices.ContainsFunc(m.Errs, func(err ssa.Value) bool { return !isRequestError(err) }):
		return combine(m, remedy.ForTextOfRequest)
	case len(o.Cuts) > 0: // only the text says what went wrong
	case o.Unknown && !isWholeText(m) && slices.ContainsFunc(m.Errs, pass.Asked.FromOutside) && onlyCodes(pass, m):
		return ofUnknown(pass, m)
	}
	return textRemedy{}, false
}

// saysItself reports whether an error with the origins o can have one of the texts without being of
// AWS: the program makes it of such a text, or of what AWS says. No type and no code finds that.
func saysItself(o errflow.Origins, texts []string) bool {
	return o.Retold || slices.ContainsFunc(o.Texts, func(made string) bool {
		return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(strings.ToLower(made), strings.ToLower(text)) })
	})
}

// isWholeText reports whether m asks for a text that is nothing but a code. No error of AWS has one, so
// where nothing says that the error comes from AWS, the program has made it of the code.
func isWholeText(m *errmatch.TextMatch) bool {
	_, ok := m.Instr.(*ssa.BinOp)
	return ok && !slices.ContainsFunc(m.Literals, func(text string) bool { return strings.Contains(text, " ") })
}

// ofUnknown returns what to match in place of m, an error of unknown origin.
func ofUnknown(pass *rule.Pass, m *errmatch.TextMatch) (textRemedy, bool) {
	services := pass.Flow.ImportedServices()
	return combine(m, func(text string) (remedy.Remedy, bool) { return remedy.ForTextOf(services, text) })
}

// onlyCodes reports whether all that the function of m searches the text of the same error for, of
// unknown origin, are codes of AWS. Where there are other words among them, the error comes from
// elsewhere as well, or has become a mere text: the codes in the list of failures of an output.
func onlyCodes(pass *rule.Pass, m *errmatch.TextMatch) bool {
	for _, other := range pass.Asked.Texts() {
		if other.Instr.Parent() != m.Instr.Parent() || !slices.ContainsFunc(other.Errs, func(err ssa.Value) bool { return slices.Contains(m.Errs, err) }) {
			continue
		}
		if _, ok := ofUnknown(pass, other); !ok {
			return false
		}
	}
	return true
}

// typeOf returns the type of the error whose text m asks, as it is written.
func typeOf(pass *rule.Pass, m *errmatch.TextMatch) types.Type {
	if m.Text != nil {
		if err, _ := pass.Asked.ErrorOf(m.Text); err != nil {
			return pass.TypesInfo.TypeOf(err)
		}
	}
	return m.Errs[0].Type()
}

// hasCode reports whether errors of the type t say what their code is.
func hasCode(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ErrorCode")
	return obj != nil
}

// combine returns what the literals of m come to in one remedy, that of the first.
func combine(m *errmatch.TextMatch, forText func(string) (remedy.Remedy, bool)) (textRemedy, bool) {
	var all []remedy.Remedy
	for _, literal := range m.Literals {
		if r, ok := forText(literal); ok {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return textRemedy{}, false
	}
	first := textRemedy{Remedy: all[0]}
	if len(m.Literals) == 1 {
		if isCode(m, all[0]) {
			first.ofVariable = all[0].ForAnyCode().Match
		}
		return first, true
	}
	// A variable may hold any of the literals, so they must be codes as they are.
	complete := len(all) == len(m.Literals)
	if first.Match = nil; complete && !slices.ContainsFunc(all, func(r remedy.Remedy) bool { return !isCode(m, r) }) {
		first.ofVariable = all[0].ForAnyCode().Match
	}
	if first.ofVariable != nil || !complete || slices.ContainsFunc(all, func(r remedy.Remedy) bool { return r.Advice != first.Advice }) {
		first.Advice = all[0].ForAnyCode().Advice
	}
	if !complete { // people read the others
		first.Advice += " where the text is one"
	}
	return first, true
}

// isCode reports whether r is certain to be for a code that stands among the literals of m.
func isCode(m *errmatch.TextMatch, r remedy.Remedy) bool {
	return r.Match != nil && slices.Contains(m.Literals, r.Code)
}
