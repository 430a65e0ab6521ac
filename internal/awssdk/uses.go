package awssdk

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// UsesSDK reports whether pkg is a user of AWS: it imports an SDK and is not a
// part of one.
func UsesSDK(pkg *types.Package) bool {
	if awspath.IsSDK(pkg.Path()) {
		return false
	}
	for _, imp := range pkg.Imports() {
		if awspath.IsSDK(imp.Path()) {
			return true
		}
	}
	return false
}
