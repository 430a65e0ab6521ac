package rule

import (
	"fmt"
	"reflect"
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
		Requires:         append([]*analysis.Analyzer{Suppression}, rules...), // which mark what they use
		ResultType:       reflect.TypeFor[[]Reported](),
		RunDespiteErrors: true,
	}
	unused := a.Flags.Bool("unused", false, "report directives that suppress nothing")
	a.Run = func(pass *analysis.Pass) (any, error) {
		s := pass.ResultOf[Suppression].(*suppression)
		var all []Reported
		for _, d := range s.directives {
			if !d.ours || s.files[d.file] {
				continue
			}
			if message := fault(d, rules, known, *unused); message != "" {
				r := Reported{Diagnostic: analysis.Diagnostic{Pos: d.comment.Pos(), End: d.comment.End(), Message: message, URL: a.URL}}
				pass.Report(r.Diagnostic)
				all = append(all, r)
			}
		}
		return all, nil
	}
	return a
}

// fault returns what is wrong with d, "" if nothing is.
func fault(d *directive, rules []*analysis.Analyzer, known []string, unused bool) string {
	const usage = "; write //" + product + ":ignore rule reason"
	if len(d.rules) == 0 {
		return "directive names no rule" + usage
	}
	running := 0
	for _, name := range d.rules {
		if !slices.Contains(known, name) {
			return fmt.Sprintf("directive names the rule %q, which does not exist", name)
		}
		if slices.ContainsFunc(rules, func(a *analysis.Analyzer) bool { return a.Name == name }) {
			running++
		}
	}
	switch {
	case !d.honoured():
		return "directive has no reason and is not honoured" + usage
	case unused && !d.used.Load() && running == len(d.rules):
		return "directive suppresses nothing; remove it"
	}
	return ""
}
