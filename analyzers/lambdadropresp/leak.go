package lambdadropresp

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// tellsTooMuch reports whether the response of r may hold the text of an error of AWS, which the
// client has not seen as long as the response is dropped.
func (c checker) tellsTooMuch(r *lambdaresp.Return) bool {
	fromAWS := c.pass.Flow.Origins(r.Err).AWS()
	return slices.ContainsFunc(c.pass.Responses.Parts(r.Value), func(part ssa.Value) bool { return c.tells(part, fromAWS) })
}

// tells reports whether v, in a response, may be, or hold, the text of an error of AWS. What cannot
// be followed holds one if the error that is returned beside it is one.
func (c checker) tells(v ssa.Value, fromAWS bool) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	if awssdk.IsError(v.Type()) {
		return c.pass.Flow.Origins(v).AWS()
	}
	if b, ok := types.Unalias(v.Type()).Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return false // a status
	}
	if errs := c.pass.Asked.TextOf(v); len(errs) > 0 {
		return c.pass.Flow.Origins(errs...).AWS()
	}
	return fromAWS && !isConstantMap(v)
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
