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
		if !ok || !c.isMarshalCall(call) {
			return false
		}
		found = true
	}
	return found
}

func (c checker) isMarshalCall(call *ssa.Call) bool {
	common := call.Common()
	return ssaflow.Calls(common, "encoding/json", "Marshal") || ssaflow.Calls(common, "encoding/json", "MarshalIndent") ||
		ssaflow.Calls(common, "fmt", "Errorf") && slices.ContainsFunc(lambdaresp.ErrorOperands(call), c.isMarshal)
}
