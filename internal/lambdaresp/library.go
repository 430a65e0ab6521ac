package lambdaresp

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// isLibrary reports whether the errors of pkg are known to be texts: it is one of std or an AWS SDK. Package errors has errors of others.
func (s *Set) isLibrary(pkg *types.Package) bool {
	return pkg != nil && pkg != s.program().Types && pkg.Path() != "errors" && (awspath.IsSDK(pkg.Path()) || knowledge.IsStd(pkg.Path()))
}

func deref(t types.Type) types.Type {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}
