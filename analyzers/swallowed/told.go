package swallowed

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// told reports whether the function is as it should be if the call fails, or fails then after all.
func (f *failure) told() bool { return f.success != nil && (f.expected() || f.searches()) }

// expected reports whether the call is meant to fail: the function returns an error that says so where it does not.
func (f *failure) expected() bool {
	ret, ok := ssaflow.Last(f.success).(*ssa.Return)
	if !ok || len(f.success.Preds) != 1 || len(ret.Results) == 0 {
		return false
	}
	call, ok := ret.Results[len(ret.Results)-1].(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 || !awssdk.IsError(call.Type()) {
		return false
	}
	text, ok := ssaflow.String(call.Call.Args[0])
	return ok && knowledge.ExpectsFailure(text)
}

// searches reports whether the call is one of several in search of something, and the function returns an error
// where none finds it:
//
//	for _, c := range clients { out, err := c.GetX(ctx, in); if err == nil { found = out; break } }; if found == nil { return errNone }
func (f *failure) searches() bool {
	if len(f.success.Preds) != 1 {
		return false
	}
	seen := make(map[*ssa.Phi]bool)
	var fails func(phi *ssa.Phi) bool
	fails = func(phi *ssa.Phi) bool {
		if seen[phi] {
			return false
		}
		seen[phi] = true
		return slices.ContainsFunc(*phi.Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.Phi:
				return fails(ref)
			case *ssa.BinOp:
				return ssaflow.ComparesNil(ref) && failsWhere(ref, ref.Op == token.EQL)
			case *ssa.If, *ssa.UnOp:
				return isBool(phi.Type()) && failsWhere(phi, false)
			}
			return false
		})
	}
	for _, b := range f.success.Parent().Blocks {
		for _, instr := range b.Instrs {
			phi, ok := instr.(*ssa.Phi)
			if !ok {
				break
			}
			for i, pred := range b.Preds {
				if f.success.Dominates(pred) && !ssaflow.IsZero(phi.Edges[i]) && fails(phi) {
					return true
				}
			}
		}
	}
	return false
}

// failsWhere reports whether a branch that is taken where cond has the value returns an error.
func failsWhere(cond ssa.Value, value bool) bool {
	from, yes, b := ssaflow.Branch(cond)
	if from == nil {
		return false
	}
	if value {
		b = yes
	}
	ret, ok := ssaflow.Last(b).(*ssa.Return)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	err := ret.Results[len(ret.Results)-1]
	return awssdk.IsError(err.Type()) && !isNil(err, b)
}

// defaults reports whether all that the function does only where the error is nil is to set fields that
// have had other values before: defaults for what cannot be read.
func (f *failure) defaults() bool {
	if f.success == nil || len(f.success.Preds) != 1 {
		return false
	}
	found := false
	for _, b := range f.success.Parent().Blocks {
		if !f.success.Dominates(b) {
			continue
		}
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				field, ok := instr.Addr.(*ssa.FieldAddr)
				if ok && f.setBefore(field) {
					found = true
				} else if made, ok := ssaflow.Whole(instr.Addr).(*ssa.Alloc); !ok || !f.success.Dominates(made.Block()) {
					return false
				}
			case *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic, *ssa.Return:
				return false
			}
		}
	}
	return found
}

// setBefore reports whether the field has been set to a constant that is not zero before the call, in the struct or
// in one that was copied into it.
func (f *failure) setBefore(field *ssa.FieldAddr) bool {
	seen := make(map[ssa.Value]bool)
	var set func(s ssa.Value) bool
	set = func(s ssa.Value) bool {
		if seen[s] {
			return false
		}
		seen[s] = true
		for member, v := range ssaflow.Members(s) {
			switch v := v.(type) {
			case *ssa.Const:
				if member != nil && member.Field == field.Field && !ssaflow.IsZero(v) && ssaflow.Dominates(member, f.site.Instr) {
					return true
				}
			case *ssa.UnOp: // a literal
				if literal, ok := v.X.(*ssa.Alloc); ok && member == nil && ssaflow.Dominates(v, f.site.Instr) && set(literal) {
					return true
				}
			}
		}
		return false
	}
	return set(field.X)
}
