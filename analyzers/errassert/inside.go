package errassert

import (
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
)

// inOperationError reports whether m, which asks for a type of the SDK, asks what a *smithy.OperationError
// holds for an error of the service. That is one level further down, in a *http.ResponseError:
//
//	opErr.Err.(smithy.APIError)
func inOperationError(m *errmatch.Match) bool {
	outer := errmatch.Outer(m.Err)
	if outer == nil {
		return false
	}
	holder, asked := awssdk.TypeName(outer.Type()), awssdk.TypeName(m.Type)
	return holder.Name() == "OperationError" && sentByService(asked)
}

// sentByService reports whether errors of the type come out of a response: smithy.APIError, and the types of
// a service.
func sentByService(typ *types.TypeName) bool {
	path := typ.Pkg().Path()
	_, ofService := awspath.ServiceOfTypes(path)
	return ofService || path == awspath.Smithy && (typ.Name() == "APIError" || typ.Name() == "GenericAPIError")
}

// isOfOthers reports whether target is an error of a service, and all operations of o are of other ones.
func isOfOthers(o errflow.Origins, target types.Type) bool {
	service, modelled := awspath.ServiceOfTypes(awssdk.TypeName(target).Pkg().Path())
	return modelled && !model.GivesCredentials(awspath.Service(service)) && !slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool {
		return op.Package == service || !awspath.Within(op.Package, awspath.Services) // such as a transfer manager, which calls a service
	})
}

// mayBeInside reports whether errors of the SDK can have what an assertion of the type t asks for only in what
// they wrap.
func mayBeInside(t types.Type) bool {
	if awssdk.FromSDK(t) {
		return !byValue(t)
	}
	return methodInside(t) != ""
}

// methodInside returns the method of t, an interface of the program, that a *smithy.OperationError has only
// inside: err.(interface{ ErrorCode() string }). It is "" where t has none, or is something else.
func methodInside(t types.Type) string {
	if !types.IsInterface(t) {
		return ""
	}
	for _, name := range []string{"ErrorCode", "ErrorMessage", "ErrorFault", "HTTPStatusCode", "HTTPResponse", "ServiceRequestID"} {
		if method, _, _ := types.LookupFieldOrMethod(t, false, nil, name); method != nil {
			return name
		}
	}
	return ""
}

// surelyV2 reports whether an error with the origins o is a *smithy.OperationError, or wraps one.
func surelyV2(o errflow.Origins) bool {
	return o.AWS() && !o.Bare && !o.Unknown && !slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Generation != 2 })
}
