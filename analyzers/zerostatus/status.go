package zerostatus

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// readFrom returns the error whose HTTP status v is, as it is when AWS has not responded, nil if v is
// nothing like that:
//
//	respErr.HTTPStatusCode(), respErr.Response.StatusCode, respErr.HTTPResponse().StatusCode
//
// Where the error is in a variable, that is the address of the variable.
func readFrom(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		fn := ssaflow.Callee(&call.Call)
		if fn == nil || fn.Name() != "HTTPStatusCode" || fn.Signature().Params().Len() != 0 {
			return nil
		}
		if call.Call.IsInvoke() {
			return container(call.Call.Value)
		}
		if recv := awssdk.Receiver(fn); recv == nil || !isResponseError(recv) || len(call.Call.Args) == 0 {
			return nil
		}
		return container(call.Call.Args[0])
	}
	field, of := ssaflow.LoadedField(v)
	if field == nil || field.Name() != "StatusCode" || field.Pkg() == nil || field.Pkg().Path() != "net/http" || !throughError(of) {
		return nil
	}
	return container(of)
}

// isResponseError reports whether name is that of the SDK's error type that holds a response.
func isResponseError(name *types.TypeName) bool {
	return name.Name() == "ResponseError" && name.Pkg() != nil && (name.Pkg().Path() == awspath.HTTP || name.Pkg().Path() == awspath.SmithyHTTP)
}

// container returns the variable, or else the value, that v is a part of.
func container(v ssa.Value) ssa.Value {
	for {
		whole := whole(v)
		if whole == nil {
			return v
		}
		v = whole
	}
}

// throughError reports whether v is a part of a *ResponseError.
func throughError(v ssa.Value) bool {
	for ; v != nil; v = whole(v) {
		if name := awssdk.TypeName(v.Type()); name != nil && isResponseError(name) {
			return true
		}
	}
	return false
}

// whole returns what v is read from, nil if it is not read from anything.
func whole(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return v.X
		}
	case *ssa.FieldAddr:
		return v.X
	case *ssa.Field:
		return v.X
	case *ssa.Call:
		if fn := ssaflow.Callee(&v.Call); fn != nil && fn.Name() == "HTTPResponse" && len(v.Call.Args) == 1 {
			return v.Call.Args[0]
		}
	}
	return nil
}

// bare returns v before it was converted to another type of numbers.
func bare(v ssa.Value) ssa.Value {
	for {
		conv, ok := v.(*ssa.Convert)
		if !ok {
			return v
		}
		v = conv.X
	}
}

// same reports whether x and y are the same status, as far as that is known: one value, or read from one
// error, variable or field.
func same(x, y ssa.Value) bool {
	x, y = bare(x), bare(y)
	if x == y {
		return true
	}
	if err := readFrom(x); err != nil {
		return err == readFrom(y)
	}
	if field, of := ssaflow.LoadedField(x); field != nil {
		otherField, otherOf := ssaflow.LoadedField(y)
		return field == otherField && container(of) == container(otherOf)
	}
	return false
}
