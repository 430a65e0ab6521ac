package rule

import (
	"fmt"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Directives returns a rule that reports directives which do not work: those without a reason, those
// that name an unknown rule and, with its flag -unused, those that suppress nothing. It runs whenever
// others do. rules are the analyzers that run, known all rules there are.
func Directives(rules []*analysis.Analyzer, known []*Rule) *Rule {
	a := &analysis.Analyzer{
		Name:             "directive",
		Doc:              directiveDoc.Title,
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
	return &Rule{Analyzer: a, Doc: directiveDoc}
}

// fault returns what is wrong with d, "" if nothing is.
func fault(d *directive, rules []*analysis.Analyzer, known []*Rule, unused bool) string {
	const usage = "; write //" + product + ":ignore rule reason"
	if len(d.rules) == 0 {
		return "directive names no rule" + usage
	}
	all := true // the rules that it names run
	for _, name := range d.rules {
		exists := false
		for _, r := range known {
			if r.Goes(name) {
				exists = true
				all = all && slices.Contains(rules, r.Analyzer)
			}
		}
		if !exists {
			return fmt.Sprintf("directive names the rule %q, which does not exist", name)
		}
	}
	switch {
	case !d.honoured():
		return "directive has no reason and is not honoured" + usage
	case unused && !d.used.Load() && all:
		return "directive suppresses nothing; remove it"
	}
	return ""
}
