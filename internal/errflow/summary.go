package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Summary is where a result of a function can come from, for callers that do not
// look into it.
type Summary struct {
	Origins
	Params  []int     // the error can be, or wrap, these arguments; a receiver counts
	Called  []int     // it can be what a call of these arguments returns
	Cutting []Cutting // it can cut off what these arguments lead to
}

func (s Summary) equal(t Summary) bool {
	return s.Unknown == t.Unknown && s.Other == t.Other && s.Wrapped == t.Wrapped && s.Bare == t.Bare && slices.Equal(s.Ops, t.Ops) && slices.Equal(s.sites, t.sites) &&
		s.Retold == t.Retold && slices.Equal(s.Texts, t.Texts) &&
		slices.Equal(s.Params, t.Params) && slices.Equal(s.Called, t.Called) && slices.Equal(s.Cuts, t.Cuts) && slices.Equal(s.Cutting, t.Cutting)
}

// A node is something whose origins are the same wherever in the package it is asked
// for: a result of a function, a field, a variable of the package, a parameter.
type node struct {
	fn     *ssa.Function
	result int
	field  *types.Var
	global *ssa.Global
	param  *ssa.Parameter
}

// A solver computes the summaries of nodes that depend on each other, by rounds until
// nothing changes. What a finished question has touched is final.
type solver struct {
	known   map[node]Summary
	final   map[node]bool
	busy    map[node]bool
	round   map[node]bool // computed in this round
	depth   int
	cyclic  bool
	changed bool
	steps   int // values visited by all tracers, a measure of the cost
}

func newSolver() *solver {
	return &solver{
		known: make(map[node]Summary), final: make(map[node]bool),
		busy: make(map[node]bool), round: make(map[node]bool),
	}
}

// maxRounds bounds the rounds. The chains of mutual recursion in real code are short;
// what is not settled by then is said to be unknown.
const maxRounds = 8

// ask runs question, which calls of, until no summary changes any more.
func (s *solver) ask(question func()) {
	if s.depth > 0 { // part of a greater question
		question()
		return
	}
	s.depth++
	defer func() { s.depth-- }()
	for range maxRounds {
		s.cyclic, s.changed = false, false
		clear(s.round)
		question()
		if !s.cyclic || !s.changed {
			break
		}
	}
	for n := range s.round {
		if s.cyclic && s.changed {
			sum := s.known[n]
			sum.Unknown = true
			s.known[n] = sum
		}
		s.final[n] = true
	}
}

// of returns the summary of n, as far as it is known in this round.
func (s *solver) of(n node, compute func() Summary) Summary {
	if s.final[n] || s.round[n] {
		return s.known[n]
	}
	if s.busy[n] {
		s.cyclic = true
		return s.known[n]
	}
	s.busy[n] = true
	sum := compute()
	delete(s.busy, n)
	s.round[n] = true
	if !sum.equal(s.known[n]) {
		s.changed = true
		s.known[n] = sum
	}
	return sum
}

// summary returns the summary of the i-th result of fn, false where nothing is known
// of fn.
func (t *tracer) summary(fn *ssa.Function, i int) (Summary, bool) {
	fn = t.Body(fn)
	if !t.Local(fn) {
		return t.imported(ssaflow.Declared(fn), i)
	}
	return t.solver.of(node{fn: fn, result: i}, func() Summary { return t.Package.summarize(fn, i) }), true
}

// summarize computes the summary of the i-th result of fn.
func (p *Package) summarize(fn *ssa.Function, i int) Summary {
	var f flow
	for _, ret := range ssaflow.Returns(fn) {
		// Where it panics if err is not nil, "return cfg, err" returns nil.
		if i < len(ret.Results) && !ssaflow.DominatedByAny(ret.Block(), ssaflow.Nil(ret.Results[i])) {
			f = f.union(p.trace(ret.Results[i]))
		}
	}
	sum := Summary{Origins: f.Origins}
	var outer flow
	sum.Params, outer.params = split(fn, f.params)
	sum.Called, outer.called = split(fn, f.called)
	sum.Cutting, outer.cutting = splitCuts(fn, f.cutting)
	sum.Origins = sum.Origins.union(p.close(outer))
	return sum
}

// split returns the indexes of those of params that belong to fn, and the others.
func split(fn *ssa.Function, params []*ssa.Parameter) (indexes []int, others []*ssa.Parameter) {
	for _, param := range params {
		if i := slices.Index(fn.Params, param); i >= 0 {
			indexes = append(indexes, i)
		} else {
			others = append(others, param)
		}
	}
	slices.Sort(indexes)
	return indexes, others
}

// close fills in the parameters that f leaves open, with what the callers in the
// package pass.
func (p *Package) close(f flow) Origins {
	o := f.Origins
	for _, param := range f.params {
		o = o.union(p.passed(param).Origins)
	}
	for _, param := range f.called {
		o = o.union(p.passed(param).Origins)
	}
	for _, c := range f.cutting {
		o.Cuts = unionCuts(o.Cuts, cutOff(flow{Origins: p.passed(c.param).Origins}, c.at).Cuts)
	}
	return o
}

// passed returns where the arguments for param can come from: the errors that they
// are, or that they return if they are functions.
func (p *Package) passed(param *ssa.Parameter) Summary {
	return p.solver.of(node{param: param}, func() Summary {
		fn := param.Parent()
		i := ssaflow.Argument(param)
		var o Origins
		for _, call := range p.Callers(fn) {
			args := ssaflow.Arguments(call.Common())
			if i >= len(args) {
				continue
			}
			t := p.newTracer()
			var f flow
			switch param.Type().Underlying().(type) {
			case *types.Signature:
				f = t.invoked(args[i])
			case *types.Slice:
				f = t.errs.Elements(args[i])
			default:
				f = t.errs.From(args[i])
			}
			o = o.union(p.close(f))
		}
		o.Unknown = o.Unknown || p.CalledElsewhere(fn)
		return Summary{Origins: o}
	})
}
