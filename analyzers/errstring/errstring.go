package errstring

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "errstring",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	var reported []*errmatch.TextMatch
	for _, m := range pass.Asked.Texts() {
		if !pass.Reportable(m.Syntax.Node().Pos()) {
			continue
		}
		// have: a match of the text of an error
		o := pass.Flow.Origins(m.Errs...)
		r, ok := remedyFor(pass, m, o)
		if !ok {
			continue
		}
		// have: an error of AWS, and what to match in place of the text
		if pass.Report(rule.Finding{
			Range:     m.Syntax.Node(),
			Operation: o.String(),
			Message:   "error of " + o.String() + " is matched by its text; " + r.Advice,
			Fix:       "match the error and not its text",
			Edit:      func() *fix.Editor { return edit(pass, m, r, reported) },
			Related:   o.Calls(),
		}) {
			reported = append(reported, m)
		}
	}
}

// A textRemedy is what to match in place of the text of an error.
type textRemedy struct {
	remedy.Remedy

	// ofVariable matches the code that a variable holds, nil where that is not certain to be right.
	ofVariable *fix.ErrorMatch
}

// remedyFor returns what to match in place of m, an error with the origins o. It returns false for
// errors that cannot come from AWS, and for texts that neither a type nor a code stands for.
func remedyFor(pass *rule.Pass, m *errmatch.TextMatch, o errflow.Origins) (textRemedy, bool) {
	switch {
	case o.AWS():
		ops := remedy.Of(pass.Flow, o)
		refined := pass.Asked.Guarded(m)
		return combine(m, func(text string) (remedy.Remedy, bool) { return ops.ForText(text, refined) })
	case o.Unknown && slices.ContainsFunc(m.Errs, pass.Asked.FromOutside):
		services := pass.Flow.ImportedServices()
		return combine(m, func(text string) (remedy.Remedy, bool) { return remedy.ForTextOf(services, text) })
	}
	return textRemedy{}, false
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
	// A variable may hold any of the literals, so they must be codes as they are.
	if len(all) == len(m.Literals) && !slices.ContainsFunc(all, func(r remedy.Remedy) bool { return r.Match == nil || !slices.Contains(m.Literals, r.Code) }) {
		first.ofVariable = all[0].ForAnyCode().Match
	}
	if len(m.Literals) > 1 {
		first.Match = nil
		if first.ofVariable != nil {
			first.Advice = all[0].ForAnyCode().Advice
		}
	}
	return first, true
}
