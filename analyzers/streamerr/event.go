package streamerr

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// readsFailure reports whether what receives from events, those of an invoked function, reads of
// the event InvokeComplete how the function has failed, or could, since it passes events on.
func readsFailure(events *ssa.Call) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Channels, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp:
			return false
		case *ssa.TypeAssert:
			if !strings.HasSuffix(instr.AssertedType.String(), "MemberInvokeComplete") {
				return false
			}
			event := ssaflow.Asserted(instr)
			return event != nil && readsError(event)
		}
		return true
	}}
	return w.Any(events)
}

// readsError reports whether something reads the error in the field Value of the struct that event points to, or could.
func readsError(event ssa.Value) bool {
	var w ssaflow.Forward
	w.Use = func(instr ssa.Instruction, _ ssa.Value) bool {
		addr, ok := instr.(*ssa.FieldAddr)
		if !ok {
			return true
		}
		field := ssaflow.FieldOf(addr.X.Type(), addr.Field)
		switch {
		case field == nil || field.Name() == "ErrorCode" || field.Name() == "ErrorDetails":
			return true
		case field.Name() == "Value":
			return w.AnyAt(addr)
		}
		return false
	}
	return w.Any(event)
}
