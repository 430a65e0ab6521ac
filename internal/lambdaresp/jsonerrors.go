package lambdaresp

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// findJSONErrors reports whether the package names, or has, a type of errors whose text may be JSON:
// its method Error returns what is certain to be JSON, or, in another package, it has JSON tags.
func (s *Set) findJSONErrors() bool {
	for _, fn := range s.Program().Implementations("Error") {
		if !awssdk.IsErrorType(fn.Signature.Recv().Type()) {
			continue // a logger
		}
		for _, ret := range ssaflow.Returns(fn) {
			if s.Form(ret.Results[0]) == JSON {
				return true
			}
		}
	}
	for _, obj := range s.info.Uses {
		name, ok := obj.(*types.TypeName)
		if ok && name.Pkg() != nil && name.Pkg() != s.Program().Types && !knowledge.IsStd(name.Pkg().Path()) &&
			HasTags(name.Type()) && awssdk.IsErrorType(types.NewPointer(name.Type())) {
			return true
		}
	}
	return false
}
