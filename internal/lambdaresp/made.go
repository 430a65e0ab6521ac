package lambdaresp

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// MadeSteps are the ways from an error to where it is made.
const MadeSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Globals | ssaflow.Results

// Made returns the values that the error v can be, followed to where the package makes them or gets
// them from a call: that is an *ssa.Call, whatever its results are.
func (s *Set) Made(v ssa.Value) []ssa.Value {
	var made []ssa.Value
	for _, v := range s.Program().Sources(v, MadeSteps) {
		if call, _ := ssaflow.Call(v); call != nil {
			v = call
		}
		if !slices.Contains(made, v) {
			made = append(made, v)
		}
	}
	return made
}

// ErrorOperands returns the errors among the operands of the call c of fmt.Errorf.
func ErrorOperands(c *ssa.Call) []ssa.Value {
	var errs []ssa.Value
	for operand := range ssaflow.Variadic(c.Call.Args[len(c.Call.Args)-1]) {
		if err := errflow.ErrorOf(operand); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}
