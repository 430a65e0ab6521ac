package errflow

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// names are the functions, methods and types that the user takes for AWS calls, as
// import/path.Func, import/path.Type.Method and import/path.Type.
type names map[string]bool

func newNames(list []string) names {
	n := make(names)
	for _, name := range list {
		n[name] = true
	}
	return n
}

// anyIn reports whether one of pkgs declares one of n.
func (n names) anyIn(pkgs []*types.Package) bool {
	for name := range n {
		if slices.ContainsFunc(pkgs, func(pkg *types.Package) bool { return strings.HasPrefix(name, pkg.Path()+".") }) {
			return true
		}
	}
	return false
}

// has reports whether fn returns an error, and its name or that of its receiver's type
// is one of n.
func (n names) has(fn *types.Func) bool {
	if len(n) == 0 || fn.Pkg() == nil || !returnsError(fn) {
		return false
	}
	path := fn.Pkg().Path() + "."
	recv := awssdk.Receiver(fn)
	if recv == nil {
		return n[path+fn.Name()]
	}
	return n[path+recv.Name()] || n[path+recv.Name()+"."+fn.Name()]
}
