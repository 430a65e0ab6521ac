package lambdaresp

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
)

// OnlyResponds reports whether fn is a function of the package that can do little but make an HTTP
// response: it returns one and is given neither a request nor a response, but at most plain values,
// lists, errors and a logger.
func (s *Set) OnlyResponds(fn *types.Func) bool {
	return fn.Pkg() == s.Program().Types && onlyResponds(fn.Signature())
}

// MakesResponse reports whether all that a call of fn, of whatever package, is good for is an HTTP response: it returns
// nothing else, and can do little but make one.
func MakesResponse(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Results().Len() == 1 && handler.EventsType(sig.Results().At(0).Type()) != "" && onlyResponds(sig)
}

func onlyResponds(sig *types.Signature) bool {
	if sig.Recv() != nil || sig.Results().Len() == 0 || !handler.IsHTTPResponse(sig.Results().At(0).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		if isLogger(param.Type()) {
			continue
		}
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

// respondsForOthers reports whether fn makes an HTTP response of what it is given: a request, plain values, a context, and
// values of the program's own if it returns an error as well, as handlers do. Without one, it may be for callers that are none.
// What is given a client, a writer or a function may do more.
func (s *Set) respondsForOthers(fn *types.Func) bool {
	sig := fn.Signature()
	pair := sig.Results().Len() == 2 && awssdk.IsError(sig.Results().At(1).Type())
	if sig.Results().Len() > 1 && !pair {
		return false
	}
	for param := range sig.Params().Variables() {
		t := param.Type()
		if isLogger(t) || awssdk.IsContext(t) || awssdk.IsError(t) || handler.RequestSource(t).IsHTTP() {
			continue
		}
		if name := awssdk.TypeName(t); name != nil && name.Pkg() != nil && (s.isLibrary(name.Pkg()) || types.IsInterface(name.Type())) {
			return false
		}
		switch t := t.Underlying().(type) {
		case *types.Signature, *types.Chan:
			return false
		case *types.Struct, *types.Pointer:
			if !pair {
				return false
			}
		case *types.Interface:
			if t.NumMethods() > 0 {
				return false
			}
		}
	}
	return true
}

// isLogger reports whether t, or what t points to, is a logger by its name.
func isLogger(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && strings.HasSuffix(name.Name(), "Logger")
}
