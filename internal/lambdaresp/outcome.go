package lambdaresp

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An Outcome is what the status of a response tells its client.
type Outcome int

// The outcomes.
const (
	Unknown Outcome = iota
	Success         // all has worked
	Failure         // an error
	Unset           // nothing: there is none
)

// statusOutcome returns what the status says, Unknown if it is none.
func statusOutcome(status int) Outcome {
	switch {
	case status >= httpstatus.BadRequest && status < 600:
		return Failure
	case status >= 100 && status < httpstatus.BadRequest:
		return Success
	}
	return Unknown
}

// IsErrorStatus reports whether value, nil where something is no constant, is the status of an error.
func IsErrorStatus(value constant.Value) bool {
	if value == nil || value.Kind() != constant.Int {
		return false
	}
	status, ok := constant.Int64Val(value)
	return ok && statusOutcome(int(status)) == Failure
}

// constantStatus returns the status that v is, false if that is not constant.
func constantStatus(v ssa.Value) (status int, ok bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return int(c.Int64()), true
}

// Outcome returns what the status of the response of r says. It is Unset where r returns a literal that sets none.
func (s *Set) Outcome(r *Return) Outcome {
	if lit := s.Returned(r); lit != nil {
		if lit.Named() && lit.Field("statusCode") == nil {
			return Unset
		}
		return statusOutcome(lit.Status())
	}
	return s.outcome(r.Value, r.Block)
}

// outcome returns what the status of the response v says in the block b.
func (s *Set) outcome(v ssa.Value, b *ssa.BasicBlock) Outcome {
	w := ssaflow.Backward[may[Outcome]]{
		Program: s.Program(),
		Follow:  ssaflow.Phis | ssaflow.Boxes,
		Blocks:  true,
		Join:    join[Outcome],
		Others:  only(Unknown),
		Leaf: func(at ssaflow.At) may[Outcome] {
			if w := s.written(at.Value); w != nil {
				call, _ := ssaflow.Call(at.Value)
				return only(w.outcomeOf(call))
			}
			made := at.Value
			if load, ok := made.(*ssa.UnOp); ok {
				made = load.X
			}
			if local, ok := made.(*ssa.Alloc); ok && at.Block != nil {
				return only(heldOutcome(local, at.Block, true))
			}
			return only(Unknown)
		},
	}
	return w.In(v, b).agreed()
}

// heldOutcome returns what the status of the response in the variable says in the block b: the same wherever one is
// set. copied says that the response may be copied from a literal.
func heldOutcome(local *ssa.Alloc, b *ssa.BasicBlock, copied bool) Outcome {
	t := awssdk.Struct(local.Type())
	if t == nil {
		return Unknown
	}
	status := handler.ResponseField(t, "statusCode")
	var all may[Outcome]
	set := false
	for _, ref := range *local.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.UnOp, *ssa.Return:
		case *ssa.FieldAddr:
			if ssaflow.FieldOf(local.Type(), ref.Field) != status {
				continue
			}
			for _, use := range *ref.Referrers() {
				store, ok := use.(*ssa.Store)
				if !ok {
					continue
				}
				value, ok := constantStatus(store.Val)
				if !ok {
					return Unknown
				}
				all |= only(statusOutcome(value))
				set = set || store.Block().Dominates(b)
			}
		case *ssa.Store: // resp := response{StatusCode: 200}
			load, ok := ref.Val.(*ssa.UnOp)
			if !ok || !copied {
				return Unknown
			}
			from, ok := load.X.(*ssa.Alloc)
			if !ok {
				return Unknown
			}
			all |= only(heldOutcome(from, load.Block(), false))
			set = set || ref.Block().Dominates(b)
		default: // somebody else may set another one
			return Unknown
		}
	}
	if !set {
		return Unknown
	}
	return all.agreed()
}
