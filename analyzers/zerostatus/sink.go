package zerostatus

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sent returns the status that instr sends to a client, and what becomes of 0: "http.Error panics".
// It returns nil if instr sends none.
func (f *flow) sent(instr ssa.Instruction) (status ssa.Value, zero string) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return statusArgument(instr.Common())
	case *ssa.Store:
		return f.statusField(instr)
	}
	return nil, ""
}

// statusArgument returns the status that c gives to the standard library or to a framework.
func statusArgument(c *ssa.CallCommon) (status ssa.Value, zero string) {
	fn := ssaflow.Callee(c)
	if fn == nil {
		return nil, ""
	}
	var recv types.Type
	args := c.Args
	switch {
	case c.IsInvoke():
		recv = c.Value.Type()
	case fn.Signature().Recv() != nil && len(args) > 0:
		recv, args = args[0].Type(), args[1:]
	}
	i, zero, ok := knowledge.SendsStatus(fn, recv)
	if !ok || i >= len(args) {
		return nil, ""
	}
	return args[i], zero
}

// statusField returns the status that store puts into a response of Lambda, unless the function looks
// at it there.
func (f *flow) statusField(store *ssa.Store) (status ssa.Value, zero string) {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil, ""
	}
	response := addr.X.Type().Underlying().(*types.Pointer).Elem()
	source := handler.ResponseSource(response)
	field := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	if !source.IsHTTP() || source == handler.WebSocket || field == nil || field.Name() != "StatusCode" {
		return nil, ""
	}
	for _, b := range store.Parent().Blocks {
		for _, instr := range b.Instrs {
			load, ok := instr.(*ssa.UnOp)
			if !ok {
				continue
			}
			if other, _ := ssaflow.LoadedField(load); other == field && isLookedAt(load) {
				return nil, ""
			}
		}
	}
	return store.Val, fmt.Sprintf("%s returns %d", source.Caller(), source.ErrorStatus())
}
