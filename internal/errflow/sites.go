package errflow

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// maxSites is how many calls stand for all that an error can come from: who follows one
// that has more sources does not read a longer list.
const maxSites = 5

// Calls returns the AWS calls of the package that the error can come from, in source
// order and a few at most, as a finding tells of them.
func (o Origins) Calls() []analysis.RelatedInformation {
	var calls []analysis.RelatedInformation
	for _, s := range o.sites {
		call := s.Expr()
		calls = append(calls, analysis.RelatedInformation{
			Pos: call.Pos(), End: call.End(), Message: "the error of " + s.Op.String() + " comes from here",
		})
	}
	return calls
}

// unionSites returns the first of the sites in x and y, both of which are in order.
func unionSites(x, y []*Site) []*Site {
	switch {
	case len(y) == 0:
		return x
	case len(x) == 0:
		return y
	}
	u := slices.Concat(x, y)
	slices.SortFunc(u, func(a, b *Site) int { return cmp.Compare(a.order, b.order) })
	u = slices.Compact(u)
	return u[:min(len(u), maxSites)]
}
