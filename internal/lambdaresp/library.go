package lambdaresp

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// isLibrary reports whether the errors of pkg are known to be texts: it is one of std or an AWS
// SDK. Package errors has errors of others.
func (s *Set) isLibrary(pkg *types.Package) bool {
	return s.isStd(pkg) && pkg.Path() != "errors" || pkg != nil && pkg != s.Program().Types && awspath.IsSDK(pkg.Path())
}

// isStd reports whether pkg is another package, of the standard library.
func (s *Set) isStd(pkg *types.Package) bool {
	return pkg != nil && pkg != s.Program().Types && knowledge.IsStd(pkg.Path())
}

// IsResponseError reports whether t is messages.InvokeResponse_Error, which the runtime sends as it
// is, or a pointer to it, which it does not.
func IsResponseError(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Name() == "InvokeResponse_Error" && name.Pkg() != nil && name.Pkg().Path() == awspath.Messages
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}
