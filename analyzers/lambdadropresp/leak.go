package lambdadropresp

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A leak looks for the texts in one response. It holds for a value that may be, or hold, such a text.
type leak struct {
	checker
	ssaflow.Backward[bool]
	fromAWS bool // the error that is returned beside it is one of AWS
}

// tellsTooMuch reports whether the response of r may hold the text of an error of AWS, which the client has not seen as long as the response is dropped.
func (c checker) tellsTooMuch(r *lambdaresp.Return) bool {
	l := &leak{checker: c, fromAWS: c.pass.Flow.Origins(r.Err).AWS()}
	l.Backward = ssaflow.Backward[bool]{
		Program: c.pass.Responses.Program(),
		Follow:  ssaflow.Phis | ssaflow.Boxes,
		Leaf:    l.leaf,
		Join:    func(x, y bool) bool { return x || y },
	}
	return l.From(r.Value)
}

// leaf is asked of what makes a response.
func (l *leak) leaf(at ssaflow.At) bool {
	v := at.Value
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.Const:
		return false
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, l.text)
	case *ssa.Alloc:
		for field, stored := range ssaflow.Members(v) {
			if field == nil && l.From(stored) || field != nil && l.text(stored) {
				return true
			}
		}
		return false
	}
	return l.fromAWS
}

// text reports whether v, in a response, may be, or hold, the text of an error of AWS.
func (l *leak) text(v ssa.Value) bool {
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
	for stored := range ssaflow.StoredIn(m) {
		if _, ok := stored.(*ssa.Const); !ok {
			return false
		}
	}
	return true
}
