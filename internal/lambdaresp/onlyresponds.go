package lambdaresp

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/handler"
)

// OnlyResponds reports whether fn is a function of the package that can do little but make an HTTP
// response: it returns one and is given neither a request nor a response, but at most plain values,
// lists and errors.
func (s *Set) OnlyResponds(fn *types.Func) bool {
	sig := fn.Signature()
	if fn.Pkg() != s.Program().Types || sig.Recv() != nil || sig.Results().Len() == 0 || !handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		switch t := types.Unalias(param.Type()).(type) {
		case *types.Basic, *types.Slice, *types.Map:
		case *types.Named:
			if !types.IsInterface(t) || t.Obj().Pkg() != nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}
