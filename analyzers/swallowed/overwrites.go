package swallowed

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// overwrites reports whether a store of the program is asked whether something is there, only for
// that, and makes it where the call fails as where it is not there:
//
//	if old, err := s.Get(ctx, id); err == nil && old.ID != "" { return errExists }; return s.Insert(ctx, item)
func (f failure) overwrites() bool {
	if f.site.Op.Form != awssdk.Declared || f.site.Output == nil || f.success == nil || len(f.entry.Preds) != 2 || !slices.Contains(f.entry.Preds, f.success) {
		return false
	}
	there := f.foundAt()
	if there == nil || !leaves(there) {
		return false
	}
	store := receiver(f.site.Instr.Common())
	lookups := f.flow.Returned(f.site).Ops
	if store == nil {
		return false
	}
	return slices.ContainsFunc(ssaflow.Dominated(f.entry), func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			call, ok := instr.(*ssa.Call)
			return ok && receiver(call.Common()) == store && !f.matched(call) && slices.ContainsFunc(f.performed(call), func(o errflow.Origin) bool {
				return slices.ContainsFunc(lookups, func(lookup errflow.Origin) bool {
					return o.Service == lookup.Service && knowledge.Makes(o.Name, lookup.Name)
				})
			})
		})
	})
}

// foundAt returns where the function goes on if a field of the output, which nothing else reads, says
// that there is something: it is compared with a constant. It returns nil where that is not so.
func (f failure) foundAt() *ssa.BasicBlock {
	branch, ok := ssaflow.Last(f.success).(*ssa.If)
	if !ok {
		return nil
	}
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return nil
	}
	if _, constant := cmp.Y.(*ssa.Const); !constant || !onlyFor(f.site.Output, cmp) {
		return nil
	}
	i := slices.Index(f.success.Succs, f.entry)
	return f.success.Succs[1-i]
}

// onlyFor reports whether v is read only for cmp.
func onlyFor(v ssa.Value, cmp *ssa.BinOp) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.BinOp:
			return ref != cmp
		case *ssa.FieldAddr, *ssa.Field, *ssa.UnOp:
			return !onlyFor(ref.(ssa.Value), cmp)
		case *ssa.Store: // a struct in memory
			made, ok := ref.Addr.(*ssa.Alloc)
			_, copied := v.(*ssa.UnOp)
			return v != made && (!ok || copied || !onlyFor(made, cmp))
		}
		return true
	})
}

// leaves reports whether every path from b ends in a return statement before others join it.
func leaves(b *ssa.BasicBlock) bool {
	inside := ssaflow.Dominated(b)
	return len(b.Preds) == 1 && !slices.ContainsFunc(inside, func(at *ssa.BasicBlock) bool {
		return slices.ContainsFunc(at.Succs, func(succ *ssa.BasicBlock) bool { return !slices.Contains(inside, succ) })
	})
}

// receiver returns the value of which c calls a method, nil if it is none.
func receiver(c *ssa.CallCommon) ssa.Value {
	fn := ssaflow.Callee(c)
	switch {
	case c.IsInvoke():
		return c.Value
	case fn != nil && fn.Signature().Recv() != nil && len(c.Args) > 0:
		return c.Args[0]
	}
	return nil
}
