package errflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Drop is a comparison of the error of an AWS call with nil that is all that the
// program does with the error.
type Drop struct {
	Site *Site
	Cmp  *ssa.BinOp
	Kind DropKind

	// Origins are the operations that the error can come from where the call is one of
	// a function of the program.
	Origins Origins
}

// A DropKind says how the function goes on where the error is not nil.
type DropKind int

const (
	Answers DropKind = iota // it returns the result of the comparison, or false
	Returns                 // it returns, with a nil error if it returns one
	GoesOn                  // it does what it does where the error is nil, or takes the next item
)

// Drops returns the errors that the package compares with nil and then drops. Where
// something acts on the failure in any way, or could, there is none: the error is
// read, or the branch calls a function, sets a variable, or returns something special.
func (p *Package) Drops() []Drop {
	var drops []Drop
	for _, s := range p.Sites {
		if s.Op.Generation == 2 && s.Op.Form != awssdk.EventStream {
			if d, ok := p.drop(s); ok {
				drops = append(drops, d)
			}
		}
	}
	for _, s := range p.OwnCalls() {
		if d, ok := p.drop(s); ok && !mayLog(s.Instr.Common().StaticCallee(), 0) {
			if d.Origins = p.Returned(s); d.Origins.AWS() && !d.Origins.Unknown {
				drops = append(drops, d)
			}
		}
	}
	return drops
}

// drop returns how the error of s is dropped, false if it is not.
func (p *Package) drop(s *Site) (Drop, bool) {
	if s.Err == nil {
		return Drop{}, false
	}
	cmps, ok := comparisons(s.Err)
	if !ok {
		return Drop{}, false
	}
	for _, cmp := range cmps {
		if kind, ok := p.dropped(s, cmp); ok {
			return Drop{Site: s, Cmp: cmp, Kind: kind}, true
		}
	}
	return Drop{}, false
}

// comparisons returns the comparisons of err with nil. It returns false if anything
// else reads err where it may not be nil.
func comparisons(err ssa.Value) ([]*ssa.BinOp, bool) {
	var cmps []*ssa.BinOp
	for _, ref := range *err.Referrers() {
		if cmp, ok := ref.(*ssa.BinOp); ok && (ssaflow.ComparesNil(cmp)) {
			cmps = append(cmps, cmp)
		}
	}
	succeeded := ssaflow.Nil(err)
	for _, ref := range *err.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Phi:
			for i, edge := range ref.Edges {
				if edge == err && !ssaflow.DominatedByAny(ref.Block().Preds[i], succeeded) && passedOn(ref, make(map[ssa.Value]bool)) {
					return nil, false
				}
			}
		default:
			if !ssaflow.DominatedByAny(ref.Block(), succeeded) {
				return nil, false
			}
		}
	}
	return cmps, true
}

// passedOn reports whether anything but a comparison reads v.
func passedOn(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.BinOp:
			return !ssaflow.ComparesNil(ref)
		case *ssa.Phi:
			return passedOn(ref, seen)
		}
		return true
	})
}

// dropped reports whether cmp, a comparison of the error of s with nil, leads to no
// act on the failure, and to what it leads instead.
func (p *Package) dropped(s *Site, cmp *ssa.BinOp) (DropKind, bool) {
	var kind DropKind
	refs := slices.DeleteFunc(slices.Clone(*cmp.Referrers()), ssaflow.IsDebug)
	f := failure{site: s, cmp: cmp, items: p.inItemLoop(s), flow: p}
	if len(refs) == 0 { // an empty branch
		again := ssaflow.Reachable(cmp, nil)[s.Instr]
		return GoesOn, (f.items || !again) && f.unnoticed(cmp.Block())
	}
	if len(refs) > 1 {
		return kind, false
	}
	switch ref := refs[0].(type) {
	case *ssa.Return:
		return Answers, answers(ref, cmp)
	case *ssa.If:
		f.entry = ref.Block().Succs[0]
		if cmp.Op == token.EQL {
			f.entry = ref.Block().Succs[1]
		}
		return f.outcome()
	}
	return kind, false
}

// answers reports whether ret returns v as an answer, alone or with a nil error.
func answers(ret *ssa.Return, v ssa.Value) bool {
	if ret.Results[0] != v {
		return false
	}
	return len(ret.Results) == 1 || len(ret.Results) == 2 && ssaflow.IsNil(ret.Results[1]) && awssdk.IsError(ret.Results[1].Type())
}
