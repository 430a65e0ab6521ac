package ssaflow

import (
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"
)

// sources returns what the value that a walk has come to can be a copy of by one of the steps. open
// says that there can be others, too, which the package does not see. ok is false where no step
// leads on.
func (p *Program) sources(at At, follow Steps) (from []At, open, ok bool) {
	if at.Elements {
		return p.holders(at, follow)
	}
	to := func(step Steps, values ...ssa.Value) ([]At, bool, bool) {
		if follow&step == 0 {
			return nil, false, false
		}
		for _, v := range values {
			from = append(from, At{Value: v, Block: at.Block})
		}
		return from, false, true
	}
	switch v := at.Value.(type) {
	case *ssa.Phi:
		if follow&Phis == 0 {
			break
		}
		for i, e := range v.Edges {
			from = append(from, At{Value: e, Block: v.Block().Preds[i]})
		}
		return from, false, true
	case *ssa.ChangeType:
		return to(Conversions, v.X)
	case *ssa.Convert:
		return to(Conversions, v.X)
	case *ssa.MultiConvert:
		return to(Conversions, v.X)
	case *ssa.SliceToArrayPointer:
		return to(Conversions, v.X)
	case *ssa.ChangeInterface:
		return to(Interfaces, v.X)
	case *ssa.MakeInterface:
		return to(Boxes, v.X)
	case *ssa.TypeAssert:
		return to(Assertions, v.X)
	case *ssa.Slice:
		return to(Slices, v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return to(Sums, v.X, v.Y)
		}
	case *ssa.Field:
		return p.stored(FieldOf(v.X.Type(), v.Field), follow)
	case *ssa.Index:
		return p.elements(v.X, follow)
	case *ssa.Lookup:
		return p.elements(v.X, follow)
	case *ssa.UnOp:
		switch v.Op {
		case token.MUL:
			return p.loaded(v, at.Block, follow)
		case token.ARROW:
			return p.received(v.X, follow)
		}
	case *ssa.Extract:
		return p.extracted(v, at.Block, follow)
	case *ssa.Call:
		return p.returned(v, 0, follow)
	case *ssa.Parameter:
		return p.passed(v, false, follow)
	}
	return nil, false, false
}

// extracted returns the sources of a result of a call, of v, ok := x.(T) and its like, or of what a
// loop over a map or a select yields.
func (p *Program) extracted(v *ssa.Extract, b *ssa.BasicBlock, follow Steps) (from []At, open, ok bool) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		return p.returned(tuple, v.Index, follow)
	case *ssa.TypeAssert:
		if v.Index == 0 && follow&Assertions != 0 {
			return []At{{Value: tuple.X, Block: b}}, false, true
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return p.elements(tuple.X, follow)
		}
	case *ssa.UnOp: // v, ok := <-ch
		if v.Index == 0 {
			return p.received(tuple.X, follow)
		}
	case *ssa.Next:
		if r, isRange := tuple.Iter.(*ssa.Range); isRange && v.Index == 2 {
			return p.elements(r.X, follow)
		}
	case *ssa.Select:
		for i, state := range receives(tuple) {
			if i == v.Index {
				return p.received(state.Chan, follow)
			}
		}
	}
	return nil, false, false
}

// receives returns the cases of a select that receive, by the index of what they yield.
func receives(s *ssa.Select) iter.Seq2[int, *ssa.SelectState] {
	return func(yield func(int, *ssa.SelectState) bool) {
		i := 2 // after the index of the case and the flag
		for _, state := range s.States {
			if state.Dir == types.RecvOnly {
				if !yield(i, state) {
					return
				}
				i++
			}
		}
	}
}

func (p *Program) elements(v ssa.Value, follow Steps) (from []At, open, ok bool) {
	if follow&Elements == 0 {
		return nil, false, false
	}
	return []At{{Value: v, Elements: true}}, false, true
}

// received returns what can be received from ch. Others may send on it, too.
func (p *Program) received(ch ssa.Value, follow Steps) (from []At, open, ok bool) {
	if follow&Channels == 0 {
		return nil, false, false
	}
	for _, v := range p.index.sends[p.VariableOf(ch)] {
		from = append(from, At{Value: v})
	}
	return from, true, true
}

// stored returns what the package stores in the field f. Others may do so where they can name it.
func (p *Program) stored(f *types.Var, follow Steps) (from []At, open, ok bool) {
	if follow&Fields == 0 || f == nil {
		return nil, false, false
	}
	for _, v := range p.index.fields[f] {
		from = append(from, At{Value: v})
	}
	return from, f.Exported() || f.Pkg() != p.Types, true
}

// returned returns what the i-th result of a function of the package can be.
func (p *Program) returned(call *ssa.Call, i int, follow Steps) (from []At, open, ok bool) {
	fn := call.Call.StaticCallee()
	if follow&Results == 0 || fn == nil {
		return nil, false, false
	}
	if fn = p.Body(fn); !p.Local(fn) {
		return nil, false, false
	}
	for _, ret := range Returns(fn) {
		from = append(from, At{Value: ret.Results[i], Block: ret.Block()})
	}
	return from, false, true
}

// passed returns what the callers in the package pass for a parameter, or what that holds.
func (p *Program) passed(param *ssa.Parameter, elements bool, follow Steps) (from []At, open, ok bool) {
	if follow&Params == 0 {
		return nil, false, false
	}
	i := Argument(param)
	for _, call := range p.Callers(param.Parent()) {
		if args := Arguments(call.Common()); i < len(args) {
			from = append(from, At{Value: args[i], Elements: elements, Block: call.Block()})
		}
	}
	return from, p.CalledElsewhere(param.Parent()), true
}
