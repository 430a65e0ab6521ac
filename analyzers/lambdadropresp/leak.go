package lambdadropresp

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// showsError reports whether the response of r is a literal whose body holds the text of an error that the client should
// not see, so that another body comes first.
func (c checker) showsError(r *lambdaresp.Return) bool {
	lit := c.pass.Responses.Returned(r)
	if lit == nil {
		return false
	}
	body := lit.Field("body")
	if body == nil {
		return false
	}
	value := c.pass.Responses.FieldValue(body)
	status := cmp.Or(lit.Status(), httpstatus.InternalServerError) // what is not known may be the server's fault
	return value != nil && c.pass.Responses.TellsTooMuch(status, append(c.pass.Asked.TextOf(value), c.pass.Responses.ErrorsIn(value)...))
}

// tellsTooMuch reports whether the response of r shows the text of an error, or may hold that of one of AWS, which the
// client has not seen as long as the response is dropped.
func (c checker) tellsTooMuch(r *lambdaresp.Return) bool {
	if c.showsError(r) {
		return true
	}
	fromAWS := c.mayBeAWS(r.Err)
	return slices.ContainsFunc(c.pass.Responses.Parts(r.Value, r.Block), func(part ssa.Value) bool { return c.tells(part, fromAWS) })
}

// mayBeAWS reports whether the text of one of errs may come from AWS, as far as the package tells.
func (c checker) mayBeAWS(errs ...ssa.Value) bool {
	o := c.pass.Responses.TextOrigins(errs...)
	return o.AWS() || o.Unknown
}

// tells reports whether v, in a response, may be, or hold, the text of an error of AWS. What cannot
// be followed holds one if the error that is returned beside it may be one.
func (c checker) tells(v ssa.Value, fromAWS bool) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	if awssdk.IsError(v.Type()) {
		return c.mayBeAWS(v)
	}
	if b, ok := types.Unalias(v.Type()).Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return false // a status
	}
	if errs := c.pass.Asked.TextOf(v); len(errs) > 0 {
		return c.mayBeAWS(errs...)
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
