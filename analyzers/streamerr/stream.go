package streamerr

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A stream is an event stream whose events are read.
type stream struct {
	events []*ssa.Call // of Events
	checks []*ssa.Call // of Err and Close, whose result is used

	walk ssaflow.Forward
}

// streamOf returns the event stream that comes from r. It returns nil where nothing reads it, and where
// another package or a data structure gets hold of it.
func streamOf(r root) *stream {
	s := new(stream)
	s.walk = ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Params, Closures: true, Use: s.escapes}
	if s.walk.Any(r.value) || len(s.events) == 0 {
		return nil
	}
	return s
}

// drained reports whether a loop receives from events, which ends when they do.
func drained(events *ssa.Call) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Params, Closures: true, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch receive := instr.(type) {
		case *ssa.UnOp:
			return receive.Op == token.ARROW && repeats(receive.Block())
		case *ssa.Select:
			return repeats(receive.Block())
		}
		return false
	}}
	return w.Any(events)
}

// repeats reports whether b is part of a loop.
func repeats(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool { return ssaflow.LeadsTo(next, b, nil) })
}

// checked reports whether the error that ends the stream is asked for after events are read.
func (s *stream) checked(events *ssa.Call) bool {
	after := ssaflow.Reachable(events, nil)
	return slices.ContainsFunc(s.checks, func(check *ssa.Call) bool { return check.Parent() != events.Parent() || after[check] })
}

// escapes notes what instr does with v: an output, the stream of it, or the reader of that. It
// reports whether v escapes by it.
func (s *stream) escapes(instr ssa.Instruction, v ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp: // a comparison with nil
		return false
	case *ssa.FieldAddr:
		return s.field(instr)
	case ssa.CallInstruction:
		if method := errflow.SDKMethod(instr.Common(), v); method != nil {
			return s.called(method.Name(), instr)
		}
	}
	return true
}

// field follows the field at addr: Reader of a stream, or what is no stream.
func (s *stream) field(addr *ssa.FieldAddr) bool {
	field := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		load, ok := ref.(*ssa.UnOp)
		return !ok || field != nil && field.Name() == "Reader" && s.walk.Any(load)
	})
}

// called notes the call of the method of a stream, or of its output.
func (s *stream) called(method string, instr ssa.CallInstruction) bool {
	call, ok := instr.(*ssa.Call)
	switch method {
	case "GetStream":
		return ok && s.walk.Any(call)
	case "Events":
		if ok && isReceiver(call.Type()) {
			s.events = append(s.events, call)
		}
		return false
	case "Err", "Close":
		if ok && ssaflow.Used(call) {
			s.checks = append(s.checks, call)
		}
		return false
	case "Send", "Writer":
		return false
	}
	return true
}

// isReceiver reports whether t is a channel to receive from.
func isReceiver(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	return ok && ch.Dir() == types.RecvOnly
}
