package nogo

import (
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// Analyzer reports what the rules find, each finding with the name of its rule. Its flags are those of the
// command. nogo wants a package of its own for each analyzer, and fails a build for whatever
// one reports, so that findings of severity info must not come through.
var Analyzer = newAnalyzer(analyzers.All())

func newAnalyzer(list []*rule.Rule) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "awserrlint",
		Doc:              "find lost and wrongly matched errors of AWS calls",
		URL:              "https://github.com/awserrlint/awserrlint",
		RunDespiteErrors: true,
	}
	for _, r := range list {
		a.Requires = append(a.Requires, r.Analyzer)
	}
	rules := ruleset.New(list)
	rules.Directives = rule.Directives(a.Requires, list)
	rules.Register(&a.Flags)
	a.Requires = append(a.Requires, rules.Directives.Analyzer)
	a.Run = func(pass *analysis.Pass) (any, error) { return nil, report(pass, rules) }
	return a
}

// report reports what the rules that run have found and show.
func report(pass *analysis.Pass, rules *ruleset.Set) error {
	enabled, err := rules.Enabled()
	if err != nil {
		return err
	}
	on := make(map[string]bool)
	for _, a := range enabled {
		on[a.Name] = true
	}
	for _, a := range pass.Analyzer.Requires {
		found, _ := pass.ResultOf[a].([]rule.Reported)
		for _, f := range found {
			if on[a.Name] && rules.Shown(finding.Lower(rules.Severity(a.Name), finding.Severity(f.Category))) {
				d := f.Diagnostic
				d.Message = a.Name + ": " + d.Message
				pass.Report(d)
			}
		}
	}
	return nil
}
