package swallowed

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// results returns what ret returns. Where a deferred function can change a result, that is what is stored there last.
func results(ret *ssa.Return) []ssa.Value {
	values := slices.Clone(ret.Results)
	for i, v := range values {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Block() != ret.Block() {
			continue
		}
		for _, instr := range ret.Block().Instrs {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == load.X {
				values[i] = store.Val
			}
		}
	}
	return values
}

// setsResult reports whether store is nothing but a part of a return statement: it stores in a result what is there already.
func setsResult(store *ssa.Store) bool {
	load, ok := store.Val.(*ssa.UnOp)
	return ok && load.X == store.Addr
}

// isNil reports whether an error is certainly nil in b.
func isNil(err ssa.Value, b *ssa.BasicBlock) bool {
	return ssaflow.IsNil(err) || ssaflow.DominatedByAny(b, ssaflow.Nil(err))
}

// isFine reports whether ret says that all went well: it returns no error where one
// could be, nothing at all, or something that was computed.
func isFine(ret *ssa.Return) bool {
	results := results(ret)
	n := len(results)
	if n > 0 && awssdk.IsError(results[n-1].Type()) {
		return isNil(results[n-1], ret.Block())
	}
	return n == 0 || slices.ContainsFunc(results, func(v ssa.Value) bool {
		_, ok := v.(*ssa.Const)
		return !ok
	})
}

// returned says what it means that ret is reached: the failure is dropped if nothing
// in the results tells of it.
func (f failure) returned(ret *ssa.Return) (then, bool) {
	results := results(ret)
	if n := len(results); n > 0 && awssdk.IsError(results[n-1].Type()) {
		if !isNil(results[n-1], ret.Block()) {
			return 0, false
		}
		for _, v := range results[:n-1] {
			if f.tells(v) {
				return 0, false
			}
		}
		return returns, true
	}
	switch len(results) {
	case 0:
		return returns, true
	case 1:
		if c, ok := results[0].(*ssa.Const); ok && c.Value != nil {
			switch c.Value.Kind() {
			case constant.Bool:
				return saysNo, !constant.BoolVal(c.Value)
			case constant.String:
				return returns, constant.StringVal(c.Value) == ""
			}
		}
	}
	if knowledge.AsksForExistence(ret.Parent().Name()) && !slices.ContainsFunc(results, func(v ssa.Value) bool { return !ssaflow.IsZero(v) }) {
		return saysNo, true // nil, false
	}
	return returns, !slices.ContainsFunc(results, func(v ssa.Value) bool { return !ssaflow.IsNil(v) && (!collects(v.Type()) || f.tells(v)) })
}

// tells reports whether v, which is returned beside a nil error, could tell of the
// failure: it is made for it, and not the zero value.
func (f failure) tells(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return !ssaflow.IsZero(v)
	case *ssa.Parameter: // a default
		return !collects(v.Type())
	case *ssa.UnOp:
		if local, ok := v.X.(*ssa.Alloc); ok { // a struct that is made in memory
			return slices.Contains(f.branch, local.Block()) && written(local, v)
		}
		return !collects(v.Type()) // a default
	case *ssa.MakeInterface:
		return f.tells(v.X)
	case *ssa.Alloc, *ssa.MakeMap: // &T{}, map[K]V{}
		return slices.Contains(f.branch, v.(ssa.Instruction).Block()) && written(v, nil)
	case *ssa.Slice: // []T{}
		array, ok := v.X.(*ssa.Alloc)
		return slices.Contains(f.branch, v.Block()) && (!ok || written(array, v))
	case ssa.Instruction:
		return slices.Contains(f.branch, v.Block())
	}
	return false
}

// collects reports whether values of type t hold what was found before the failure.
func collects(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	}
	return false
}

// written reports whether anything but reader and a return refers to v.
func written(v ssa.Value, reader ssa.Instruction) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.DebugRef, *ssa.Return, *ssa.MakeInterface:
			return false
		}
		return ref != reader
	})
}
