package lambdaproxyerr

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// madeBy says what makes an error, a bit for each.
type madeBy uint

const (
	marshal madeBy = 1 << iota
	another
)

// isMarshal reports whether err is, or wraps, the error of json.Marshal, which no response that a
// handler makes leads to. It may come by way of functions of the package that return no other.
func (c checker) isMarshal(err ssa.Value) bool {
	if err == nil {
		return false
	}
	w := &ssaflow.Backward[madeBy]{
		Program: c.pass.Responses.Program(),
		Follow:  lambdaresp.MadeSteps,
		Join:    func(x, y madeBy) madeBy { return x | y },
	}
	w.Leaf = func(at ssaflow.At) madeBy {
		if ssaflow.IsNil(at.Value) {
			return 0
		}
		call, _ := ssaflow.Call(at.Value)
		if call != nil && (isMarshalCall(call) || slices.ContainsFunc(wrapped(call), func(err ssa.Value) bool { return w.From(err) == marshal })) {
			return marshal
		}
		return another
	}
	return w.From(err) == marshal
}

func isMarshalCall(call *ssa.Call) bool {
	return ssaflow.Calls(call.Common(), "encoding/json", "Marshal") || ssaflow.Calls(call.Common(), "encoding/json", "MarshalIndent")
}

// wrapped returns the errors that call, of fmt.Errorf, is given, none if it is another call.
func wrapped(call *ssa.Call) []ssa.Value {
	if !ssaflow.Calls(call.Common(), "fmt", "Errorf") {
		return nil
	}
	return lambdaresp.ErrorOperands(call)
}
