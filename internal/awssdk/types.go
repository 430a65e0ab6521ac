package awssdk

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// EndsWithError reports whether the last result of sig is an error.
func EndsWithError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && IsError(sig.Results().At(n-1).Type())
}

// IsError reports whether t is the predeclared type error.
func IsError(t types.Type) bool {
	return t != nil && types.Identical(t, errorType)
}

// IsErrorType reports whether a value of type t is an error. Most such types are no interfaces.
func IsErrorType(t types.Type) bool { return t != nil && types.Implements(t, errorInterface) }

var (
	errorType      = types.Universe.Lookup("error").Type()
	errorInterface = errorType.Underlying().(*types.Interface)
)

// Converts reports whether fn is one of the SDK's functions that only make values of others: aws.String and its like,
// which call those of package ptr of smithy-go.
func Converts(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	path := fn.Pkg().Path()
	return awspath.IsSDK(path) && fn.Pkg().Name() == "aws" || path == awspath.Smithy+"/ptr"
}

// FromSDK reports whether t is, or points to, a type of an AWS SDK or of the Lambda library.
func FromSDK(t types.Type) bool {
	name := TypeName(t)
	return name != nil && name.Pkg() != nil && awspath.IsSDK(name.Pkg().Path())
}

// ErrorGeneration returns which SDK, 1 or 2, an error of the type t is of, wherever it comes from:
// smithy.APIError, *types.NoSuchKey and *smithy.OperationError say so themselves, awserr.Error says
// that it is one of SDK v1. It returns 0 where t says nothing.
func ErrorGeneration(t types.Type) int {
	name := TypeName(t)
	if name == nil || name.Pkg() == nil || !IsErrorType(t) {
		return 0
	}
	switch path := name.Pkg().Path(); {
	case awspath.Within(path, awspath.V1):
		return 1
	case awspath.Within(path, awspath.V2), awspath.Within(path, awspath.Smithy):
		return 2
	}
	return 0
}

// IsContext reports whether t is context.Context.
func IsContext(t types.Type) bool {
	obj := named(t)
	return obj != nil && obj.Pkg().Path() == "context" && obj.Name() == "Context"
}

// optionsOf returns *T where t is []func(*T), as the option functions of an
// operation are, else nil.
func optionsOf(t types.Type) types.Type {
	slice, ok := t.(*types.Slice)
	if !ok {
		return nil
	}
	fn, ok := slice.Elem().Underlying().(*types.Signature)
	if !ok || fn.Params().Len() != 1 || fn.Results().Len() != 0 {
		return nil
	}
	return fn.Params().At(0).Type()
}

// named returns the name of t if it is a defined type of a package, else nil.
func named(t types.Type) *types.TypeName {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	return n.Obj()
}

// TypeName returns the name of the defined type that t is, or points to, nil if it is
// none. The package of a predeclared type is nil.
func TypeName(t types.Type) *types.TypeName {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// Struct returns the struct that t is or points to, nil if it is none.
func Struct(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// Receiver returns the name of the defined type that fn is a method of, nil if
// there is none.
func Receiver(fn *types.Func) *types.TypeName {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	if name := TypeName(recv.Type()); name != nil && name.Pkg() != nil {
		return name
	}
	return nil // Error of the type error
}

// IsFake reports whether fn is a method of a mock, a fake or a stub of a client:
// its error is whatever the test that uses it has said.
func IsFake(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	recv := Receiver(fn)
	if recv == nil || awspath.IsSDK(recv.Pkg().Path()) {
		return false
	}
	return knowledge.IsFake(recv.Name())
}
