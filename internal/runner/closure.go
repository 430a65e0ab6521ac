package runner

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// WithFacts returns the analyzers that have facts, among analyzers and those they
// require: what must run on a package that nobody asked about.
func WithFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var found []*analysis.Analyzer
	for _, a := range closure(analyzers) {
		if len(a.FactTypes) > 0 {
			found = append(found, a)
		}
	}
	return found
}

// closure returns analyzers and all that they require.
func closure(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	var visit func(analyzers []*analysis.Analyzer)
	visit = func(analyzers []*analysis.Analyzer) {
		for _, a := range analyzers {
			if !slices.Contains(all, a) {
				all = append(all, a)
				visit(a.Requires)
			}
		}
	}
	visit(analyzers)
	return all
}
