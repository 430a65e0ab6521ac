package lambdaresp

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// madeSteps are the ways from an error to where it is made.
const madeSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Globals | ssaflow.Results

// Made returns the values that the error v can be, followed to where the package makes them or gets them from a call: that is an *ssa.Call,
// whatever its results are.
func (s *Set) Made(v ssa.Value) []ssa.Value {
	w := &ssaflow.Backward[[]ssa.Value]{
		Program: s.Program(),
		Follow:  madeSteps,
		Leaf: func(at ssaflow.At) []ssa.Value {
			if call, _ := ssaflow.Call(at.Value); call != nil {
				return []ssa.Value{call}
			}
			return []ssa.Value{at.Value}
		},
		Join: func(x, y []ssa.Value) []ssa.Value {
			for _, v := range y {
				if !slices.Contains(x, v) {
					x = append(x[:len(x):len(x)], v)
				}
			}
			return x
		},
	}
	return w.From(v)
}

// ErrorOperands returns the errors among the operands of the call c of fmt.Errorf.
func ErrorOperands(c *ssa.Call) []ssa.Value {
	var errs []ssa.Value
	for operand := range ssaflow.Variadic(c.Call.Args[len(c.Call.Args)-1]) {
		switch conv := operand.(type) {
		case *ssa.ChangeInterface:
			if awssdk.IsErrorType(conv.X.Type()) {
				errs = append(errs, conv.X)
			}
		case *ssa.MakeInterface:
			if awssdk.IsErrorType(conv.X.Type()) {
				errs = append(errs, conv)
			}
		}
	}
	return errs
}
