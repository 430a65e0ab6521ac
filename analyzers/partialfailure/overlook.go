package partialfailure

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// overlooks reports whether nothing reads one of failures from the output of site. Where the
// output leaves what can be seen, something could: it is returned, stored, or passed to a
// function whose body is elsewhere.
func overlooks(site *errflow.Site, failures []awssdk.Failure) bool {
	const copies = ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals | ssaflow.Params
	w := ssaflow.Forward{Follow: copies, Closures: true, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp: // a comparison with nil
			return false
		case *ssa.FieldAddr:
			return readsFailure(instr, failures)
		}
		return true
	}}
	return site.Output == nil || !w.Any(site.Output)
}

// readsFailure reports whether something reads from the member of the output at addr that one of failures has happened.
func readsFailure(addr *ssa.FieldAddr, failures []awssdk.Failure) bool {
	member := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	if member == nil {
		return true
	}
	for _, f := range failures {
		switch {
		case f.Member != member.Name():
		case len(f.Codes) == 0:
			return anyLoad(addr, ssaflow.Used)
		default: // as long as the request, whatever failed
			return anyLoad(addr, func(v ssa.Value) bool { return readsCodes(v, f.Codes) })
		}
	}
	switch t := member.Type().Underlying().(type) {
	case *types.Slice:
		if types.Identical(t.Elem(), types.Typ[types.Byte]) {
			return anyLoad(addr, tellsError)
		}
		return anyLoad(addr, func(v ssa.Value) bool { return accounts(v, failures) })
	case *types.Map:
		return anyLoad(addr, func(v ssa.Value) bool { return accounts(v, failures) })
	}
	return false // what says that the call was made, such as a request's id
}

// anyLoad reports whether f holds for a value that is loaded from addr. What else happens to the
// address could be anything.
func anyLoad(addr ssa.Value, f func(ssa.Value) bool) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		load, ok := ref.(*ssa.UnOp)
		return !ssaflow.IsDebug(ref) && (!ok || f(load))
	})
}
