package report

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Directives returns an analyzer that reports directives which do not work: those
// without a reason, those that name an unknown rule and, with its flag -unused,
// those that suppress nothing. rules are the analyzers that run, known the names of
// all rules there are.
func Directives(rules []*analysis.Analyzer, known []string) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "directive",
		Doc:              "report " + product + ":ignore directives that do not work",
		URL:              URL("directive"),
		Requires:         append([]*analysis.Analyzer{Analyzer}, rules...),
		RunDespiteErrors: true,
	}
	unused := a.Flags.Bool("unused", false, "report directives that suppress nothing")
	a.Run = func(pass *analysis.Pass) (any, error) {
		p := pass.ResultOf[Analyzer].(*places)
		for _, d := range p.directives {
			if !d.ours || p.files[d.file] {
				continue
			}
			if message := fault(d, rules, known, *unused); message != "" {
				pass.Report(analysis.Diagnostic{
					Pos: d.comment.Pos(), End: d.comment.End(), Message: message, URL: URL("directive"),
				})
			}
		}
		return nil, nil
	}
	return a
}

// fault returns what is wrong with d, "" if nothing is.
func fault(d *directive, rules []*analysis.Analyzer, known []string, unused bool) string {
	for _, name := range d.rules {
		if !slices.Contains(known, name) {
			return "directive names the rule " + quoteOrNone(name) + "; write //" + product + ":ignore rule reason"
		}
	}
	if d.reason == "" {
		return "directive has no reason and is not honoured; write //" + product + ":ignore rule reason"
	}
	runs := func(name string) bool {
		return slices.ContainsFunc(rules, func(a *analysis.Analyzer) bool { return a.Name == name })
	}
	if unused && !d.used.Load() && !slices.ContainsFunc(d.rules, func(name string) bool { return !runs(name) }) {
		return "directive suppresses nothing; remove it"
	}
	return ""
}

func quoteOrNone(name string) string {
	if name == "" {
		return "of no name"
	}
	return `"` + name + `", which does not exist`
}
