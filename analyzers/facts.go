package analyzers

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// WithoutFacts returns copies of list, and of what they require, that have no facts.
// A driver such as golangci-lint's loads the whole program from source as soon as one
// analyzer has facts; without them the rules know less of other packages.
func WithoutFacts(list []*analysis.Analyzer) []*analysis.Analyzer {
	return factless{}.all(list)
}

// factless holds the copies by their originals. An analyzer that needs no facts is
// its own copy.
type factless map[*analysis.Analyzer]*analysis.Analyzer

func (f factless) all(list []*analysis.Analyzer) []*analysis.Analyzer {
	var copies []*analysis.Analyzer
	for _, a := range list {
		copies = append(copies, f.copy(a))
	}
	return copies
}

func (f factless) copy(a *analysis.Analyzer) *analysis.Analyzer {
	if c, ok := f[a]; ok {
		return c
	}
	f[a] = a
	requires := f.all(a.Requires)
	if len(a.FactTypes) == 0 && slices.Equal(requires, a.Requires) {
		return a
	}
	c := new(*a)
	f[a] = c
	c.FactTypes, c.Requires = nil, requires
	c.Run = func(pass *analysis.Pass) (any, error) {
		p := new(*pass)
		p.ResultOf = make(map[*analysis.Analyzer]any) // by the originals, which a knows
		for _, req := range a.Requires {
			p.ResultOf[req] = pass.ResultOf[f[req]]
		}
		return a.Run(p)
	}
	return c
}
