package errassert

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
)

// inOperationError reports whether m asks what a *smithy.OperationError holds for an error of the service.
// That is one level further down, in a *http.ResponseError:
//
//	opErr.Err.(smithy.APIError)
func inOperationError(m *errmatch.Match) bool {
	outer := errmatch.Outer(m.Err)
	if outer == nil {
		return false
	}
	holder, asked := awssdk.TypeName(outer.Type()), awssdk.TypeName(m.Type)
	return holder.Name() == "OperationError" && asked != nil && asked.Pkg() != nil && sentByService(asked)
}

// sentByService reports whether errors of the type come out of a response: smithy.APIError, and the types of
// a service.
func sentByService(typ *types.TypeName) bool {
	path := typ.Pkg().Path()
	return path == awspath.Smithy && (typ.Name() == "APIError" || typ.Name() == "GenericAPIError") ||
		awspath.Within(path, awspath.Services) && strings.HasSuffix(path, "/types")
}

// methodInside returns the method for which m, an assertion of an interface of the program, asks an error of
// SDK v2 with the origins o. A *smithy.OperationError has it only inside: err.(interface{ ErrorCode() string }).
// It is "" where that is not so.
func methodInside(m *errmatch.Match, o errflow.Origins) string {
	if !types.IsInterface(m.Type) || !o.AWS() || o.Bare || o.Unknown || slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Generation != 2 }) {
		return ""
	}
	for _, name := range []string{"ErrorCode", "ErrorMessage", "ErrorFault", "HTTPStatusCode", "HTTPResponse", "ServiceRequestID"} {
		if method, _, _ := types.LookupFieldOrMethod(m.Type, false, nil, name); method != nil {
			return name
		}
	}
	return ""
}
