package errflow

import (
	"cmp"
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Cut is where the error of an operation is put into another one that does not unwrap to it: its
// text goes on, and no match of a type or a value finds it any more. It is no origin of the new
// error: that has neither the types nor the codes of the operation. It is comparable and can be
// written to a file, as an Origin.
type Cut struct {
	Op Origin
	At CutPoint
}

// A CutPoint is where a package cuts errors off.
type CutPoint struct {
	Package, File string // an import path, and the base name of a file
	Line, Column  int
	How           How
	By            string // what cuts, as messages name it: %v, errors.New, *store.Error
}

// How says how an error is cut off.
type How int

// The ways to cut an error off.
const (
	Formatted How = iota // fmt.Errorf has another verb than %w for it
	Told                 // a function makes an error of its text
	Hidden               // it is in a field of a struct that has no Unwrap
	LeftOut              // it is in a field that Unwrap does not return
	Repeated             // only its text is in a field
)

// A CutSite is what a package has at a CutPoint.
type CutSite struct {
	Instr ssa.Instruction // the *ssa.Call that makes the new error, or the *ssa.Alloc of its struct
	Errs  []ssa.Value     // the errors that are cut off
	Type  types.Type      // of the struct, or of the pointer to it
}

// CutSite returns the site of a cut that Origins have named, nil if another package cuts there.
func (p *Package) CutSite(at CutPoint) *CutSite {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cuts[at]
}

// ExportedCuts returns where the package cuts off what other packages may ask for, in order.
func (p *Package) ExportedCuts() []CutPoint {
	slices.SortFunc(p.exportedCuts, comparePoint)
	return slices.Compact(p.exportedCuts)
}

// A cutting is a cut of an error that callers pass for a parameter, or, if it is called, that a
// function returns which they pass.
type cutting struct {
	at     CutPoint
	param  *ssa.Parameter
	called bool
}

// A Cutting is the same for callers, who know the parameter by its index.
type Cutting struct {
	At     CutPoint
	Param  int
	Called bool
}

// cut returns the flow of an error that is made at the site. how and by say what cuts.
func (t *tracer) cut(how How, by string, site CutSite) flow {
	if len(site.Errs) == 0 {
		return flow{}
	}
	pos := t.Fset.Position(site.Instr.Pos())
	at := CutPoint{t.Types.Path(), filepath.Base(pos.Filename), pos.Line, pos.Column, how, by}
	if t.cuts[at] == nil {
		t.cuts[at] = &site
	}
	var f flow
	for _, err := range site.Errs {
		for _, live := range live(err, site.Instr.Block()) {
			f = f.union(cutOff(t.errs.From(live), at))
		}
	}
	return f
}

// live returns the values that v can be in the block b without being nil: for a variable that was
// checked and then got another error, only that one.
func live(v ssa.Value, b *ssa.BasicBlock) []ssa.Value {
	var all []ssa.Value
	seen := make(map[ssa.Value]bool)
	var walk func(v ssa.Value, b *ssa.BasicBlock)
	walk = func(v ssa.Value, b *ssa.BasicBlock) {
		phi, ok := v.(*ssa.Phi)
		switch {
		case ssaflow.DominatedByAny(b, ssaflow.Nil(v)):
		case !ok:
			all = ssaflow.Union(all, []ssa.Value{v})
		case !seen[v]:
			seen[v] = true
			for i, edge := range phi.Edges {
				if pred := phi.Block().Preds[i]; !ssaflow.NilAlong(edge, pred, phi.Block()) {
					walk(edge, pred)
				}
			}
		}
	}
	walk(v, b)
	return all
}

// cutOff returns the flow of an error that is made of f, and cuts it off. What f has cut before
// stays cut.
func cutOff(f flow, at CutPoint) flow {
	g := f.onlyCuts()
	var cuts []Cut
	for _, op := range f.Ops {
		cuts = append(cuts, Cut{op, at})
	}
	for _, c := range f.Cuts {
		cuts = append(cuts, Cut{c.Op, at})
	}
	g.Cuts = unionCuts(g.Cuts, sorted(cuts))
	for _, param := range f.params {
		g.cutting = addTo(g.cutting, cutting{at, param, false})
	}
	for _, param := range f.called {
		g.cutting = addTo(g.cutting, cutting{at, param, true})
	}
	for _, c := range f.cutting {
		g.cutting = addTo(g.cutting, cutting{at, c.param, c.called})
	}
	return g
}

// WithShown returns o with the operations that cuts name of which the text is certain to go on: those whose errors are
// made into a text, and are not hidden in a field beside one.
func (o Origins) WithShown(cuts []Cut) Origins {
	shown := Origins{}
	for _, c := range cuts {
		text := func(other Cut) bool { return other.Op != c.Op || other.At.How == Formatted || other.At.How == Told }
		if !slices.ContainsFunc(cuts, func(other Cut) bool { return !text(other) }) {
			shown.Ops = append(shown.Ops, c.Op)
		}
	}
	return o.union(shown)
}

// onlyCuts returns what f says of cuts, and nothing else.
func (f flow) onlyCuts() flow { return flow{Origins: Origins{Cuts: f.Cuts}, cutting: f.cutting} }

// splitCuts returns those of cuts whose parameters belong to fn, and the others.
func splitCuts(fn *ssa.Function, cuts []cutting) (own []Cutting, others []cutting) {
	for _, c := range cuts {
		if i := slices.Index(fn.Params, c.param); i >= 0 {
			own = append(own, Cutting{c.at, i, c.called})
		} else {
			others = append(others, c)
		}
	}
	slices.SortFunc(own, func(a, b Cutting) int {
		return cmp.Or(comparePoint(a.At, b.At), cmp.Compare(a.Param, b.Param))
	})
	return own, others
}

// maxCuts bounds the cuts that are kept of one error.
const maxCuts = 50

// unionCuts returns the cuts in x or y, each once. Both are sorted.
func unionCuts(x, y []Cut) []Cut {
	switch {
	case len(y) == 0:
		return x
	case len(x) == 0:
		return y
	}
	return sorted(slices.Concat(x, y))
}

func sorted(cuts []Cut) []Cut {
	slices.SortFunc(cuts, func(a, b Cut) int { return cmp.Or(comparePoint(a.At, b.At), compareOrigin(a.Op, b.Op)) })
	cuts = slices.Compact(cuts)
	return cuts[:min(len(cuts), maxCuts):min(len(cuts), maxCuts)]
}

func comparePoint(a, b CutPoint) int {
	return cmp.Or(
		cmp.Compare(a.Package, b.Package), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column), cmp.Compare(a.How, b.How), cmp.Compare(a.By, b.By),
	)
}

// addTo returns to with what it lacks of more.
func addTo[T comparable](to []T, more ...T) []T {
	for _, x := range more {
		if !slices.Contains(to, x) {
			to = append(to[:len(to):len(to)], x)
		}
	}
	return to
}
