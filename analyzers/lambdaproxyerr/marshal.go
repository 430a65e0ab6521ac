package lambdaproxyerr

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// isMarshal reports whether err is, or wraps, the error of json.Marshal, which no response that a
// handler makes leads to.
func isMarshal(err ssa.Value) bool {
	switch err := err.(type) {
	case *ssa.ChangeInterface:
		return isMarshal(err.X)
	case *ssa.Extract:
		call, ok := err.Tuple.(*ssa.Call)
		return ok && isCallOf(call, "encoding/json", "Marshal", "MarshalIndent")
	case *ssa.Call:
		return isCallOf(err, "fmt", "Errorf") && wrapsMarshal(err.Call.Args[1])
	}
	return false
}

// isCallOf reports whether call calls one of the functions of the package at path that are called names.
func isCallOf(call *ssa.Call, path string, names ...string) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Object().Pkg() == nil || fn.Object().Pkg().Path() != path {
		return false
	}
	return slices.Contains(names, fn.Name())
}

// wrapsMarshal reports whether one of the arguments in the slice args is such an error.
func wrapsMarshal(args ssa.Value) bool {
	slice, ok := args.(*ssa.Slice)
	if !ok {
		return false
	}
	for _, ref := range *slice.X.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *elem.Referrers() {
			if store, ok := use.(*ssa.Store); ok && isMarshal(store.Val) {
				return true
			}
		}
	}
	return false
}
