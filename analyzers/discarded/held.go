package discarded

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// canBeEmpty reports whether v, a value or a variable, is a struct, a text or a number: of a failed call, such as
// aws.Credentials or aws.Config, it holds nothing but can be read, other than what a pointer points to.
func canBeEmpty(v ssa.Value) bool {
	t := v.Type().Underlying()
	if variable, ok := v.(*ssa.Alloc); ok {
		t = variable.Type().(*types.Pointer).Elem().Underlying()
	}
	switch t.(type) {
	case *types.Struct, *types.Basic:
		return true
	}
	return false
}

// asksWhetherEmpty reports whether instr reads v only to ask whether it holds anything.
func asksWhetherEmpty(instr ssa.Instruction, v ssa.Value) bool {
	cond, _ := asksWhatIsHeld(instr)
	return cond != nil && canBeEmpty(v)
}

// held returns the blocks that are entered only where v was found to hold something.
func held(v ssa.Value) []*ssa.BasicBlock {
	if !canBeEmpty(v) {
		return nil
	}
	var blocks []*ssa.BasicBlock
	for _, ref := range *v.Referrers() {
		cond, holds := asksWhatIsHeld(ref)
		_, yes, no := ssaflow.Branch(cond)
		if !holds {
			yes = no
		}
		if yes != nil && len(yes.Preds) == 1 {
			blocks = append(blocks, yes)
		}
	}
	return blocks
}

// asksWhatIsHeld returns the condition that alone needs instr, which reads a value or a part of it, if the condition is
// whether that holds anything, and what it is then: creds.HasKeys(), cfg.Region == "". It is nil if instr is for something else.
func asksWhatIsHeld(instr ssa.Instruction) (cond ssa.Value, holds bool) {
	switch instr := instr.(type) {
	case *ssa.Call:
		if fn := ssaflow.Callee(&instr.Call); fn != nil && fn.Name() == "HasKeys" && fn.Pkg() != nil && awspath.IsSDK(fn.Pkg().Path()) {
			return instr, true
		}
	case *ssa.BinOp:
		if (instr.Op == token.EQL || instr.Op == token.NEQ) && (ssaflow.IsZero(instr.X) || ssaflow.IsZero(instr.Y)) {
			return instr, instr.Op == token.NEQ
		}
	case *ssa.UnOp, *ssa.Field, *ssa.FieldAddr:
		refs := slices.DeleteFunc(slices.Clone(*instr.(ssa.Value).Referrers()), ssaflow.IsDebug)
		if len(refs) == 1 {
			return asksWhatIsHeld(refs[0])
		}
	}
	return nil, false
}
