package partialfailure

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// readsCodes reports whether something reads of the elements of list, by the fields called codes,
// that they failed, or could.
func readsCodes(list ssa.Value, codes []string) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Slices, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp:
			return false
		case *ssa.Call: // the list is as long as the request, whatever failed
			_, ok := isBuiltin(instr, "len")
			return !ok
		case *ssa.IndexAddr:
			return readsCode(instr, codes)
		}
		return true
	}}
	return w.Any(list)
}

// readsCode does so for the element at addr, which loops copy to a variable.
func readsCode(addr *ssa.IndexAddr, codes []string) bool {
	tells := func(field *types.Var) bool {
		return field == nil || slices.Contains(codes, field.Name()) || field.Name() == "Status"
	}
	w := ssaflow.Forward{Follow: ssaflow.Locals, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			return tells(ssaflow.FieldOf(instr.X.Type(), instr.Field)) || anyLoad(instr, comparedWithNil)
		case *ssa.Field:
			return tells(ssaflow.FieldOf(instr.X.Type(), instr.Field)) || comparedWithNil(instr)
		}
		return true
	}}
	return w.AnyAt(addr)
}

// comparedWithNil reports whether v is: an element without an id has failed.
func comparedWithNil(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		cmp, ok := ref.(*ssa.BinOp)
		return ok && ssaflow.ComparesNil(cmp)
	})
}
