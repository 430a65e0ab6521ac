package errflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Lost reports whether no path of the program reads the error of the call: it is
// not taken, assigned to the blank identifier, or overwritten before any read.
func (s *Site) Lost() bool {
	return s.Err == nil || !read(s.Err, make(map[ssa.Value]bool))
}

// read reports whether something reads v. seen holds the values that were asked
// for already.
func read(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	refs := v.Referrers()
	if refs == nil {
		return true
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Phi:
			if read(ref, seen) {
				return true
			}
		case *ssa.Store:
			// A local variable that stays in memory, since a closure or a deferred
			// function could see it, or since its address is taken.
			local, ok := ref.Addr.(*ssa.Alloc)
			if !ok || ref.Val != v || local == v || loaded(local, seen) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// loaded reports whether something besides stores refers to the variable.
func loaded(local *ssa.Alloc, seen map[ssa.Value]bool) bool {
	for _, ref := range *local.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if ref.Val == local {
				return true
			}
		case *ssa.UnOp:
			if ref.Op == token.MUL && read(ref, seen) {
				return true
			}
		default:
			return true
		}
	}
	return false
}
