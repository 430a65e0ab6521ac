package runner

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// WithFacts returns those of analyzers, and of the analyzers they require, that have facts.
// These must run even on packages whose findings are not wanted.
func WithFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var found []*analysis.Analyzer
	for _, a := range closure(analyzers) {
		if len(a.FactTypes) > 0 {
			found = append(found, a)
		}
	}
	return found
}

// closure returns analyzers and all analyzers that they require, directly or not.
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
