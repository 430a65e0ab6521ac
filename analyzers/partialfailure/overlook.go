package partialfailure

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// overlooks reports whether nothing reads one of failures, which the output of site tells of. Where
// the output leaves what can be seen, something could: it is returned, stored, or passed to a
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
	var codes []string
	missing := false
	for _, f := range failures {
		missing = missing || f.Missing
		if f.Member != member.Name() {
			continue
		}
		if len(f.Codes) == 0 {
			return anyLoad(addr, ssaflow.Used)
		}
		codes = f.Codes
	}
	switch member.Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		return anyLoad(addr, func(v ssa.Value) bool { return counted(v, missing) || codes != nil && readsCodes(v, codes) })
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

// counted reports whether the list v, of what went well, is compared with nil or its length with
// what was expected. Printing it does not count, and a loop over it counts only if loops is set.
func counted(v ssa.Value, loops bool) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		if _, compared := ref.(*ssa.BinOp); compared {
			return true
		}
		length, ok := isLen(ref)
		return ok && slices.ContainsFunc(*length.Referrers(), func(ref ssa.Instruction) bool { return comparesLength(ref, loops) })
	})
}

func isLen(instr ssa.Instruction) (call *ssa.Call, ok bool) {
	call, ok = instr.(*ssa.Call)
	if !ok {
		return nil, false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return call, ok && b.Name() == "len"
}

// comparesLength reports whether ref, which refers to the length of a list, may compare it with what was expected.
func comparesLength(ref ssa.Instruction, loops bool) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef, *ssa.MakeInterface: // printed
		return false
	case *ssa.MakeSlice, *ssa.MakeMap: // memory for as many
		return false
	case *ssa.BinOp:
		return loops || ref.Op != token.LSS || !isIndex(ref.X)
	}
	return true
}

// isIndex reports whether v is the variable that counts the rounds of a loop.
func isIndex(v ssa.Value) bool {
	if add, ok := v.(*ssa.BinOp); ok && add.Op == token.ADD {
		v = add.X
	}
	_, ok := v.(*ssa.Phi)
	return ok
}
