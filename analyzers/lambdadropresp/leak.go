package lambdadropresp

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// tellsTooMuch reports whether the response of r may hold the text of an error of AWS, which the client has
// not seen as long as the response is dropped.
func (c checker) tellsTooMuch(r *lambdaresp.Return) bool {
	l := leak{checker: c, fromAWS: c.pass.Flow.Origins(r.Err).AWS(), seen: make(map[ssa.Value]bool)}
	return l.response(r.Value)
}

// A leak looks for the texts in one response.
type leak struct {
	checker
	fromAWS bool // the error that is returned beside it is one of AWS
	seen    map[ssa.Value]bool
}

// response reports whether something in the response v may be such a text.
func (l leak) response(v ssa.Value) bool {
	if l.seen[v] {
		return false
	}
	l.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return false
	case *ssa.MakeInterface:
		return l.response(v.X)
	case *ssa.UnOp:
		return l.response(v.X)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if l.response(e) {
				return true
			}
		}
		return false
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if l.text(arg) {
				return true
			}
		}
		return false
	case *ssa.Alloc:
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == v && l.response(ref.Val) {
					return true
				}
			case *ssa.FieldAddr:
				for _, use := range *ref.Referrers() {
					if store, ok := use.(*ssa.Store); ok && l.text(store.Val) {
						return true
					}
				}
			}
		}
		return false
	}
	return l.fromAWS
}

// text reports whether v may be, or hold, the text of an error of AWS.
func (l leak) text(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	if awssdk.IsError(v.Type()) {
		return l.pass.Flow.Origins(v).AWS()
	}
	if b, ok := types.Unalias(v.Type()).Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return false // a status
	}
	if errs := l.pass.Asked.TextOf(v); len(errs) > 0 {
		return l.pass.Flow.Origins(errs...).AWS()
	}
	return l.fromAWS && !isConstantMap(v)
}

// isConstantMap reports whether v is a map that is made of constants, such as headers.
func isConstantMap(v ssa.Value) bool {
	m, ok := v.(*ssa.MakeMap)
	if !ok {
		return false
	}
	for _, ref := range *m.Referrers() {
		if update, ok := ref.(*ssa.MapUpdate); ok {
			if _, ok := update.Value.(*ssa.Const); !ok {
				return false
			}
		}
	}
	return true
}
