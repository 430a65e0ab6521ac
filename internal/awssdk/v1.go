package awssdk

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// v1Call recognizes the calls of SDK v1: X, XWithContext, XPages,
// XPagesWithContext, WaitUntilX and the Send of a request.
func v1Call(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil {
		return nil
	}
	recv := Receiver(fn)
	if fn.Name() == "Send" && recv != nil && recv.Name() == "Request" && recv.Pkg().Path() == awspath.Request {
		return &Operation{Service: "request", Package: recv.Pkg().Path(), Name: "Request.Send", Form: Client, Generation: 1}
	}
	input := v1Input(sig)
	if input == nil {
		return nil
	}
	obj := named(types.Unalias(input).(*types.Pointer).Elem())
	name := strings.TrimSuffix(obj.Name(), "Input")
	call := strings.TrimSuffix(fn.Name(), "WithContext")
	op := &Operation{Service: awspath.Service(obj.Pkg().Path()), Package: obj.Pkg().Path(), Name: name, Input: input, Generation: 1}
	results := sig.Results()
	switch {
	case call == name && results.Len() == 2:
		op.Output = results.At(0).Type()
	case call == name+"Pages" && results.Len() == 1:
		op.Form, op.Func = Paginator, call
	case strings.HasPrefix(call, "WaitUntil") && results.Len() == 1:
		op.Form, op.Func = Waiter, call
	default:
		return nil
	}
	return op
}

// v1Input returns the type of the first parameter of sig that is the input of an
// operation of SDK v1, nil if there is none.
func v1Input(sig *types.Signature) types.Type {
	for p := range sig.Params().Variables() {
		ptr, ok := types.Unalias(p.Type()).(*types.Pointer)
		if !ok {
			continue
		}
		if obj := named(ptr.Elem()); obj != nil && awspath.Generation(obj.Pkg().Path()) == 1 && strings.HasSuffix(obj.Name(), "Input") {
			return p.Type()
		}
	}
	return nil
}
