package lambdaresp

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Succeeds reports whether the response of r has a status that says that all has worked, so that its
// client would not learn of the error.
func (s *Set) Succeeds(r *Return) bool {
	if lit := s.Returned(r); lit != nil {
		return isSuccess(lit.Status())
	}
	w := ssaflow.Backward[contents]{
		Program: s.Program(),
		Follow:  ssaflow.Phis | ssaflow.Boxes,
		Blocks:  true,
		Join:    func(x, y contents) contents { return x | y },
		Others:  only(Unclear),
		Leaf: func(at ssaflow.At) contents {
			made := at.Value
			if load, ok := made.(*ssa.UnOp); ok {
				made = load.X
			}
			if local, ok := made.(*ssa.Alloc); ok && at.Block != nil && hasSuccess(local, at.Block, true) {
				return only(Written)
			}
			return only(Unclear)
		},
	}
	return w.In(r.Value, r.Block).agreed() == Written
}

// hasSuccess reports whether the response in the variable has a status in the block b, and none of an error anywhere.
// copied says that it may be copied from a literal.
func hasSuccess(local *ssa.Alloc, b *ssa.BasicBlock, copied bool) bool {
	t := awssdk.Struct(local.Type())
	if t == nil {
		return false
	}
	status := handler.ResponseField(t, "statusCode")
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
				c, ok := store.Val.(*ssa.Const)
				if !ok || c.Value == nil || c.Value.Kind() != constant.Int || !isSuccess(int(c.Int64())) {
					return false
				}
				set = set || store.Block().Dominates(b)
			}
		case *ssa.Store: // resp := response{StatusCode: 200}
			load, ok := ref.Val.(*ssa.UnOp)
			if !ok || !copied {
				return false
			}
			from, ok := load.X.(*ssa.Alloc)
			if !ok || !hasSuccess(from, load.Block(), false) {
				return false
			}
			set = set || ref.Block().Dominates(b)
		default: // somebody else may set another one
			return false
		}
	}
	return set
}

func isSuccess(status int) bool { return status > 0 && status < httpstatus.BadRequest }
