package awssdk

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// Of returns the operation that a call of fn with the signature sig performs, nil
// if it is no AWS call. fn is nil where the function called is not known, as with
// a function value.
func Of(fn *types.Func, sig *types.Signature) *Operation {
	if sig == nil || !EndsWithError(sig) || IsFake(fn) {
		return nil
	}
	if fn != nil {
		fn = fn.Origin()
		// A method expression takes the receiver as its first parameter.
		if fn.Signature().Recv() != nil && sig.Params().Len() == fn.Signature().Params().Len()+1 {
			sig = fn.Signature()
		}
	}
	for _, recognize := range []func(*types.Func, *types.Signature) *Operation{
		clientCall, nextPage, wait, presign, v1Call, feature, retrieve, eventStream,
	} {
		if op := recognize(fn, sig); op != nil {
			return op
		}
	}
	return nil
}

// clientCall recognizes func(context.Context, *XInput, ...func(*Options)) (*XOutput, error),
// and the same without the options where the function called is not known: interfaces
// of programs often leave them out.
func clientCall(fn *types.Func, sig *types.Signature) *Operation {
	params, results := sig.Params(), sig.Results()
	if params.Len() < 2 || results.Len() != 2 || !IsContext(params.At(0).Type()) {
		return nil
	}
	switch {
	case params.Len() == 3 && sig.Variadic() && optionsOf(params.At(2).Type()) != nil:
	case params.Len() == 2 && !sig.Variadic() && (fn == nil || isInterfaceMethod(fn)):
	default:
		return nil
	}
	op := operation(params.At(1).Type(), results.At(0).Type())
	if op == nil || op.Generation != 2 {
		return nil
	}
	return op
}

// isInterfaceMethod reports whether fn is a method of an interface.
func isInterfaceMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// nextPage recognizes NextPage(context.Context, ...func(*Options)) (*XOutput, error).
func nextPage(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil || fn.Name() != "NextPage" || sig.Results().Len() != 2 || sig.Params().Len() == 0 || !IsContext(sig.Params().At(0).Type()) {
		return nil
	}
	op := operation(nil, sig.Results().At(0).Type())
	if op == nil {
		return nil
	}
	op.Form = Paginator
	return op
}

// wait recognizes Wait(context.Context, *XInput, time.Duration, ...) error and WaitForOutput.
func wait(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil || fn.Name() != "Wait" && fn.Name() != "WaitForOutput" || sig.Params().Len() < 3 || !IsContext(sig.Params().At(0).Type()) {
		return nil
	}
	var output types.Type
	if sig.Results().Len() == 2 {
		output = sig.Results().At(0).Type()
	}
	op := operation(sig.Params().At(1).Type(), output)
	if op == nil {
		return nil
	}
	op.Form = Waiter
	if recv := Receiver(fn); recv != nil && recv.Pkg().Path() == op.Package {
		op.Func = recv.Name() + "." + fn.Name()
	}
	return op
}

// presign recognizes PresignX(context.Context, *XInput, ...) (request, error).
func presign(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil || !strings.HasPrefix(fn.Name(), "Presign") || sig.Params().Len() < 2 || !IsContext(sig.Params().At(0).Type()) {
		return nil
	}
	op := operation(sig.Params().At(1).Type(), nil)
	if op == nil {
		return nil
	}
	op.Form = Presign
	op.Func = fn.Name()
	return op
}

// retrieve recognizes Retrieve(context.Context) (aws.Credentials, error).
func retrieve(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil || fn.Name() != "Retrieve" || sig.Results().Len() != 2 {
		return nil
	}
	named := named(sig.Results().At(0).Type())
	if named == nil || named.Name() != "Credentials" || named.Pkg().Path() != awspath.AWS {
		return nil
	}
	op := &Operation{Service: "credentials", Package: awspath.Credentials, Name: "Retrieve", Form: Credentials, Generation: 2}
	if recv := Receiver(fn); recv != nil && awspath.IsSDK(recv.Pkg().Path()) {
		op.Service, op.Package, op.Name = recv.Pkg().Name(), recv.Pkg().Path(), recv.Name()+".Retrieve"
	}
	return op
}

// eventStream recognizes Err, Close and Send of the event streams of service packages.
func eventStream(fn *types.Func, sig *types.Signature) *Operation {
	if fn == nil || sig.Results().Len() != 1 {
		return nil
	}
	switch fn.Name() {
	case "Err", "Close", "Send":
	default:
		return nil
	}
	recv := Receiver(fn)
	if recv == nil || awspath.Generation(recv.Pkg().Path()) == 0 || !isEventStream(recv.Name()) {
		return nil
	}
	return &Operation{
		Service: recv.Pkg().Name(), Package: recv.Pkg().Path(), Name: recv.Name() + "." + fn.Name(),
		Form: EventStream, Generation: awspath.Generation(recv.Pkg().Path()),
	}
}

// isEventStream reports whether name is that of an event stream, its reader or
// its writer: SelectObjectContentEventStream, SelectObjectContentEventStreamReader.
func isEventStream(name string) bool {
	return strings.HasSuffix(name, "EventStream") || strings.HasSuffix(name, "StreamReader") || strings.HasSuffix(name, "StreamWriter") ||
		strings.HasSuffix(name, "EventReader") || strings.HasSuffix(name, "EventWriter")
}

// Implied returns the operation that a function of the program with the signature sig
// surely performs, whatever else it does: it takes the operation's input and returns its
// output. It returns nil if there is none.
func Implied(sig *types.Signature) *Operation {
	if sig.Results().Len() != 2 || !EndsWithError(sig) {
		return nil
	}
	for param := range sig.Params().Variables() {
		if op := operation(param.Type(), sig.Results().At(0).Type()); op != nil {
			return op
		}
	}
	return nil
}

// ImpliedByOptions returns the operation that a method with the signature sig surely performs and hands its
// options: it returns the output, and takes the options of the service but not the input. It returns nil if
// there is none.
func ImpliedByOptions(sig *types.Signature) *Operation {
	if sig.Results().Len() != 2 || !EndsWithError(sig) || !sig.Variadic() || Implied(sig) != nil {
		return nil
	}
	op, options := operation(nil, sig.Results().At(0).Type()), optionsOf(sig.Params().At(sig.Params().Len()-1).Type())
	if op == nil || options == nil {
		return nil
	}
	name := TypeName(options)
	if name == nil || name.Pkg() == nil || name.Pkg().Path() != op.Package {
		return nil
	}
	return op
}

// operation returns the operation that has these types of input and output, one
// of which may be nil, and nil if there is none.
func operation(input, output types.Type) *Operation {
	var op *Operation
	for _, side := range []struct {
		t      types.Type
		suffix string
	}{{input, "Input"}, {output, "Output"}} {
		if side.t == nil {
			continue
		}
		found := namesake(side.t, side.suffix)
		if found == nil || op != nil && (op.Name != found.Name || op.Package != found.Package) {
			return nil
		}
		op = found
		op.Input, op.Output = input, output
	}
	return op
}

// namesake returns the operation whose name, followed by the suffix, is that of the type of a service that t
// points to. It returns nil if there is none.
func namesake(t types.Type, suffix string) *Operation {
	ptr, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil
	}
	obj := named(ptr.Elem())
	if obj == nil || awspath.Generation(obj.Pkg().Path()) == 0 {
		return nil
	}
	name, ok := strings.CutSuffix(obj.Name(), suffix)
	if !ok || name == "" {
		return nil
	}
	path := obj.Pkg().Path()
	return &Operation{Service: awspath.Service(path), Package: path, Name: name, Generation: awspath.Generation(path)}
}
