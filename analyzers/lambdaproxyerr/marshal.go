package lambdaproxyerr

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// isMarshal reports whether err is, or wraps, the error of json.Marshal, which no response that a
// handler makes leads to.
func isMarshal(err ssa.Value) bool {
	call, _ := ssaflow.Call(err)
	if call == nil {
		return false
	}
	c := call.Common()
	return ssaflow.Calls(c, "encoding/json", "Marshal") || ssaflow.Calls(c, "encoding/json", "MarshalIndent") ||
		ssaflow.Calls(c, "fmt", "Errorf") && slices.ContainsFunc(lambdaresp.ErrorOperands(call), isMarshal)
}
