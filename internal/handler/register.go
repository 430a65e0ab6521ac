package handler

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

const (
	otel     = "go.opentelemetry.io/contrib/instrumentation/" + awspath.LambdaLib + "/otellambda"
	datadog  = "github.com/DataDog/datadog-lambda-go"
	newRelic = "github.com/newrelic/go-agent/v3/integrations/nrlambda"
)

// registrations are the functions that give a handler to the Lambda runtime.
var registrations = map[string]bool{
	awspath.Lambda + ".Start":                   true,
	awspath.Lambda + ".StartWithContext":        true,
	awspath.Lambda + ".StartWithOptions":        true,
	awspath.Lambda + ".StartHandler":            true,
	awspath.Lambda + ".StartHandlerWithContext": true,
	awspath.Lambda + ".StartHandlerFunc":        true,
	awspath.Lambda + ".NewHandler":              true,
	awspath.Lambda + ".NewHandlerWithOptions":   true,
	awspath.Lambda + ".NewFunction":             true,
}

// transparent are functions of others that do so, or that return a handler with the
// same results. What they return is given to the runtime and to nothing else.
var transparent = []string{
	otel + ".InstrumentHandler", otel + ".WrapHandler",
	datadog + ".WrapFunction", datadog + ".WrapHandler", datadog + ".WrapLambdaHandlerInterface",
	newRelic + ".Start", newRelic + ".StartHandler", newRelic + ".Wrap", newRelic + ".WrapHandler",
}

// registers reports whether call gives its arguments to the Lambda runtime.
func (f *finder) registers(call *ast.CallExpr) bool {
	fn := f.callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	name := fn.Pkg().Path() + "." + fn.Name()
	return registrations[name] || f.transparent[name]
}

// registered adds the handlers that are registered in the package.
func (f *finder) registered() {
	for cur := range f.calls() {
		for arg, altered := range f.started(cur) {
			f.register(arg, altered)
		}
	}
}

// register adds the handler that e denotes and those whose results it passes on.
func (f *finder) register(e ast.Expr, intercepted bool) {
	e = ast.Unparen(e)
	f.accounted[e] = true
	if cur, ok := f.invokeMethod(e); ok {
		f.add(cur).registeredAs(intercepted)
		return
	}
	if cur, ok := f.resolve(e); ok && isHandlerSignature(f.signature(cur)) {
		f.add(cur).registeredAs(intercepted)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || f.registers(call) {
		return
	}
	passesOn, ok := f.wrapped(call)
	if !ok {
		return
	}
	for i, arg := range call.Args {
		if isFunc(f.info.TypeOf(arg)) {
			f.register(arg, intercepted || !passesOn(i))
		}
	}
}

func (h *Handler) registeredAs(intercepted bool) {
	h.Registered = true
	h.Intercepted = h.Intercepted || intercepted
}

// isHandlerSignature reports whether the runtime accepts a function with the signature
// sig, apart from the types of its parameters.
func isHandlerSignature(sig *types.Signature) bool {
	results := sig.Results()
	return sig.Params().Len() <= 2 && results.Len() <= 2 &&
		(results.Len() == 0 || awssdk.IsErrorType(results.At(results.Len()-1).Type()))
}
