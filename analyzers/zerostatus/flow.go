package zerostatus

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A flow follows statuses backward, from where they are sent to where the program reads them from an
// error, or gets them from a function of another package.
type flow struct {
	*ssaflow.Program
	*bounds
	imported func(fn *types.Func, result int) bool // whether the result of fn can be such a status

	results map[result][]ssa.Value
	stores  map[*types.Var][]*ssa.Store
}

// A result is one of a function of the package.
type result struct {
	fn    *ssa.Function
	index int
}

// sources returns the calls and fields that v, which is read in the block at, can be the status of,
// although they can be 0.
func (f *flow) sources(v ssa.Value, at *ssa.BasicBlock) []ssa.Value {
	return f.walk(ssaflow.Params).In(v, at)
}

// walk returns a walk through the variables of the package, and by the steps of more.
func (f *flow) walk(more ssaflow.Steps) *ssaflow.Backward[[]ssa.Value] {
	w := &ssaflow.Backward[[]ssa.Value]{
		Program: f.Program,
		Follow:  ssaflow.Conversions | ssaflow.Locals | more,
		Blocks:  true,
		Leaf:    func(ssaflow.At) []ssa.Value { return nil },
		Join:    ssaflow.Union,
	}
	w.Look = func(at ssaflow.At) ([]ssa.Value, bool) {
		if !f.canBeZero(at.Value, at.Block) {
			return nil, true
		}
		switch v := at.Value.(type) {
		case *ssa.Phi:
			var all []ssa.Value
			for i, edge := range v.Edges {
				if from := v.Block().Preds[i]; f.zeroAlong(edge, from, v.Block()) {
					all = ssaflow.Union(all, w.In(edge, from))
				}
			}
			return all, true
		case *ssa.Call, *ssa.Extract:
			return f.called(v), true
		case *ssa.UnOp:
			if readFrom(v) != nil {
				return []ssa.Value{v}, true
			}
			if f.isCompared(v) {
				return nil, true
			}
			if field, _ := ssaflow.LoadedField(v); field != nil {
				var all []ssa.Value
				for _, store := range f.storesOf(field) {
					all = ssaflow.Union(all, w.In(store.Val, store.Block()))
				}
				return all, true
			}
		}
		return nil, false
	}
	return w
}

// called returns the sources of v, a result of a call: what the function that is called returns, but
// for what it is given.
func (f *flow) called(v ssa.Value) []ssa.Value {
	if readFrom(v) != nil {
		return []ssa.Value{v}
	}
	call, i := ssaflow.Call(v)
	if call == nil {
		return nil
	}
	if fn := call.Call.StaticCallee(); fn != nil {
		if body := f.Body(fn); f.Local(body) {
			return f.returned(body, i)
		}
	}
	if fn := ssaflow.Callee(&call.Call); fn != nil && f.imported(fn, i) {
		return []ssa.Value{v}
	}
	return nil
}

// returned returns the sources of the i-th result of fn.
func (f *flow) returned(fn *ssa.Function, i int) []ssa.Value {
	key := result{fn, i}
	if known, ok := f.results[key]; ok {
		return known
	}
	f.results[key] = nil // for functions that call themselves
	var all []ssa.Value
	for _, ret := range ssaflow.Returns(fn) {
		all = ssaflow.Union(all, f.walk(0).In(ret.Results[i], ret.Block()))
	}
	f.results[key] = all
	return all
}

// isCompared reports whether the variable or the field that load reads is looked at anywhere: another
// load is, and it could be the same status.
func (f *flow) isCompared(load *ssa.UnOp) bool {
	found := false
	field, _ := ssaflow.LoadedField(load)
	variable := f.VariableOf(load.X)
	f.Instrs(func(instr ssa.Instruction) {
		other, ok := instr.(*ssa.UnOp)
		if !ok || found {
			return
		}
		if field != nil {
			otherField, _ := ssaflow.LoadedField(other)
			ok = otherField == field
		} else {
			ok = f.VariableOf(other.X) == variable
		}
		found = ok && isLookedAt(other)
	})
	return found
}

// isLookedAt reports whether v is an operand of a comparison.
func isLookedAt(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			return true
		case *ssa.Convert:
			return isLookedAt(ref)
		}
		return false
	})
}

// storesOf returns the stores to the field, of whatever struct.
func (f *flow) storesOf(field *types.Var) []*ssa.Store {
	if f.stores == nil {
		f.stores = make(map[*types.Var][]*ssa.Store)
		f.Instrs(func(instr ssa.Instruction) {
			if store, ok := instr.(*ssa.Store); ok {
				if addr, ok := store.Addr.(*ssa.FieldAddr); ok {
					to := ssaflow.FieldOf(addr.X.Type(), addr.Field)
					f.stores[to] = append(f.stores[to], store)
				}
			}
		})
	}
	return f.stores[field]
}
