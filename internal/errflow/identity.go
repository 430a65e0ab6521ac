package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An Identity asks whether an error is one certain value of an error type of the SDK that
// the program has just made. It never is.
type Identity struct {
	Err    ssa.Value
	Target types.Type // such as *types.NoSuchKey

	// Instr is the call of errors.Is, or the *ssa.BinOp of a comparison.
	Instr ssa.Instruction
}

// Identities returns where the package asks that, in order of its functions.
func (p *Package) Identities() []*Identity {
	var all []*Identity
	add := func(instr ssa.Instruction, err, value ssa.Value) {
		if target := freshSDKError(value); target != nil {
			all = append(all, &Identity{Err: err, Target: target, Instr: instr})
		}
	}
	eachInstr(p.Funcs, func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case *ssa.Call:
			fn := callee(instr.Common())
			if fn != nil && fn.Pkg() != nil && fn.Name() == "Is" && knowledge.HasStdAs(fn.Pkg().Path()) && len(instr.Call.Args) == 2 {
				add(instr, instr.Call.Args[0], instr.Call.Args[1])
			}
		case *ssa.BinOp:
			if instr.Op == token.EQL || instr.Op == token.NEQ {
				add(instr, instr.X, instr.Y)
				add(instr, instr.Y, instr.X)
			}
		}
	})
	return all
}

// freshSDKError returns the type of the SDK's error that v is a new value of, and that goes
// nowhere else, nil if it is none.
func freshSDKError(v ssa.Value) types.Type {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return nil
	}
	made, ok := box.X.(*ssa.Alloc)
	if !ok || !fromSDK(made.Type()) || !isErrorType(made.Type()) {
		return nil
	}
	if is, _, _ := types.LookupFieldOrMethod(made.Type(), true, nil, "Is"); is != nil {
		return nil
	}
	for _, ref := range *made.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.DebugRef:
		case *ssa.MakeInterface:
			if ref != box || len(*box.Referrers()) != 1 {
				return nil
			}
		default:
			return nil
		}
	}
	return made.Type()
}
