package firstpage

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// decoded reports whether the slice that call decodes a list of items to is taken for all:
//
//	attributevalue.UnmarshalListOfMaps(out.Items, &orders)
func (u *usage) decoded(call *ssa.Call, w *ssaflow.Forward) bool {
	boxed, ok := call.Call.Args[1].(*ssa.MakeInterface)
	if !ok {
		return true
	}
	slice, ok := boxed.X.(*ssa.Alloc)
	if !ok {
		return true
	}
	// The address is passed to call, which is no use of the slice.
	for _, ref := range *slice.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.MakeInterface:
			if ref != boxed {
				return true
			}
		case *ssa.Store:
			if ref.Addr != slice {
				return true
			}
		case *ssa.UnOp:
			if w.Any(ref) {
				return true
			}
		default:
			return true
		}
	}
	return false
}
