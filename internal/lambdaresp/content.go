package lambdaresp

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Content says what a response holds.
type Content int

// The contents of responses.
const (
	Unclear Content = iota
	Zero            // nil, or a response with nothing in it
	Written         // something that its caller should see
)

// contentSteps are the ways from a response to where it is made.
const contentSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes | ssaflow.Results

// content returns what the response v holds in the block b.
func (s *Set) content(v ssa.Value, b *ssa.BasicBlock) Content {
	w := &ssaflow.Backward[may[Content]]{
		Program: s.Program(),
		Follow:  contentSteps,
		Blocks:  true,
		Join:    join[Content],
		Others:  only(Unclear),
	}
	w.Leaf = func(at ssaflow.At) may[Content] {
		if s.written(at.Value) != nil {
			return only(Written)
		}
		switch v := at.Value.(type) {
		case *ssa.Const:
			return only(Zero)
		case *ssa.Alloc:
			return only(held(w, v, at.Block))
		case *ssa.UnOp:
			if local, ok := v.X.(*ssa.Alloc); ok {
				return only(held(w, local, at.Block))
			}
		}
		return only(Unclear)
	}
	return w.In(v, b).agreed()
}

// held returns what the variable holds in the block b.
func held(w *ssaflow.Backward[may[Content]], local *ssa.Alloc, b *ssa.BasicBlock) Content {
	content := Zero
	for _, ref := range *local.Referrers() {
		var written Content // by ref
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.UnOp, *ssa.Return, *ssa.BinOp, *ssa.Phi:
			continue
		case *ssa.MakeInterface:
			if onlyReturned(ref) {
				continue
			}
		case *ssa.Store:
			if load, ok := ref.Val.(*ssa.UnOp); ok && load.X == local {
				continue // return resp, err where resp is the result
			}
			if ref.Val != local {
				written = w.In(ref.Val, ref.Block()).agreed()
			}
		case *ssa.FieldAddr:
			written = fieldContent(ref)
		case *ssa.Call:
			if fills(w.Program, ref, local) {
				written = Written
			}
		default: // a closure: somebody else may write
		}
		switch {
		case written == Zero || !ssaflow.LeadsTo(ref.Block(), b, nil):
		case written == Written && ref.Block().Dominates(b):
			return Written
		default:
			content = Unclear
		}
	}
	return content
}

// fills reports whether call calls a function of the package that is certain to write to the response
// at the address addr, which it is given.
func fills(p *ssaflow.Program, call *ssa.Call, addr ssa.Value) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || !p.Local(p.Body(fn)) {
		return false
	}
	fn = p.Body(fn)
	i := slices.Index(call.Call.Args, addr)
	if i < 0 || i >= len(fn.Params) {
		return false
	}
	for _, ref := range *fn.Params[i].Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldContent(field) != Written {
			continue
		}
		if !slices.ContainsFunc(ssaflow.Returns(fn), func(ret *ssa.Return) bool { return !field.Block().Dominates(ret.Block()) }) {
			return true
		}
	}
	return false
}

// onlyReturned reports whether v is returned and nothing else.
func onlyReturned(v ssa.Value) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.Return, *ssa.Phi, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// fieldContent returns what is stored in a field of a response.
func fieldContent(field *ssa.FieldAddr) Content {
	content := Zero
	for _, ref := range *field.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if !ssaflow.IsZero(ref.Val) {
				content = Written
			}
		default:
			return Unclear
		}
	}
	return content
}
