package awssdk

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// notCalls are methods of feature packages that only pass bytes or errors on, or
// that encoders call.
var notCalls = map[string]bool{
	"Read": true, "ReadAt": true, "ReadFrom": true, "Write": true, "WriteAt": true, "WriteTo": true, "Seek": true,
	"Close": true, "Err": true, "Unwrap": true, "Cause": true, "OrigErr": true,
	"MarshalDynamoDBAttributeValue": true, "UnmarshalDynamoDBAttributeValue": true,
}

// feature recognizes the functions of feature packages and of config.
func feature(fn *types.Func, _ *types.Signature) *Operation {
	if fn == nil || fn.Pkg() == nil || !fn.Exported() || notCalls[fn.Name()] {
		return nil
	}
	path := fn.Pkg().Path()
	if !awspath.IsFeature(path) {
		return nil
	}
	op := &Operation{Service: fn.Pkg().Name(), Package: path, Name: fn.Name(), Form: Feature, Generation: 2}
	if awspath.Within(path, awspath.V1) {
		op.Generation = 1
	}
	if awspath.LoadsConfig(path) {
		op.Form = Config
	}
	if recv := Receiver(fn); recv != nil {
		op.Name = recv.Name() + "." + fn.Name()
	}
	if results := fn.Signature().Results(); results.Len() == 2 {
		if _, ok := types.Unalias(results.At(0).Type()).(*types.Pointer); ok {
			op.Output = results.At(0).Type()
		}
	}
	for p := range fn.Signature().Params().Variables() {
		if in := operation(p.Type(), nil); in != nil {
			op.Input = in.Input
		}
	}
	return op
}
