package lambdaproxyerr

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// isMarshal reports whether err is, or wraps, the error of json.Marshal, which no response that a
// handler makes leads to. It may come by way of functions of the package that return no other.
func (c checker) isMarshal(err ssa.Value) bool {
	if err == nil {
		return false
	}
	found := false
	for _, made := range c.pass.Responses.Made(err) {
		if ssaflow.IsNil(made) {
			continue
		}
		call, ok := made.(*ssa.Call)
		if !ok || !isMarshalCall(call) && !c.wrapsMarshal(call) {
			return false
		}
		found = true
	}
	return found
}

func isMarshalCall(call *ssa.Call) bool {
	return ssaflow.Calls(call.Common(), "encoding/json", "Marshal") || ssaflow.Calls(call.Common(), "encoding/json", "MarshalIndent")
}

func (c checker) wrapsMarshal(call *ssa.Call) bool {
	return ssaflow.Calls(call.Common(), "fmt", "Errorf") && slices.ContainsFunc(lambdaresp.ErrorOperands(call), c.isMarshal)
}
