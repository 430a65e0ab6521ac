package errflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Stream is an event stream whose events are read.
type Stream struct {
	Site   *Site       // the call that opens it
	Events []*ssa.Call // the calls of its Events

	// Unchecked are those of Events after which nothing asks for the error that
	// ended the stream.
	Unchecked []*ssa.Call
}

// Streams returns the event streams that the package opens and that no other
// package, nor any data structure, ever gets hold of.
func (p *Package) Streams() []*Stream {
	var streams []*Stream
	for _, site := range p.Sites {
		if site.Op.Form != awssdk.Client || site.Op.Generation != 2 || site.Output == nil {
			continue
		}
		f := streamFollower{seen: make(map[ssa.Value]bool)}
		f.follow(site.Output)
		if f.escapes || len(f.events) == 0 {
			continue
		}
		s := &Stream{Site: site, Events: f.events}
		for _, events := range f.events {
			after := ssaflow.Reachable(events, nil)
			if !slices.ContainsFunc(f.checks, func(check *ssa.Call) bool { return check.Parent() != events.Parent() || after[check] }) {
				s.Unchecked = append(s.Unchecked, events)
			}
		}
		streams = append(streams, s)
	}
	return streams
}

// A streamFollower finds what is called on an event stream.
type streamFollower struct {
	seen    map[ssa.Value]bool
	events  []*ssa.Call
	checks  []*ssa.Call // of Err and Close, whose result is used
	escapes bool
}

// follow follows v: an output, the stream of it, or the reader of that.
func (f *streamFollower) follow(v ssa.Value) {
	if f.seen[v] {
		return
	}
	f.seen[v] = true
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp: // a comparison with nil
		case *ssa.Phi:
			f.follow(ref)
		case *ssa.FieldAddr:
			f.field(ref)
		case *ssa.Store:
			if local, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
				f.variable(local)
			} else {
				f.escapes = true
			}
		case ssa.CallInstruction:
			f.call(ref, v)
		default:
			f.escapes = true
		}
	}
}

// field follows the field at addr: Reader of a stream, or what is no stream.
func (f *streamFollower) field(addr *ssa.FieldAddr) {
	for _, ref := range *addr.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			f.escapes = f.escapes || !ssaflow.IsDebug(ref)
			continue
		}
		if field := ssaflow.FieldOf(addr.X.Type(), addr.Field); field != nil && field.Name() == "Reader" {
			f.follow(load)
		}
	}
}

// variable follows the variable at addr, which closures share.
func (f *streamFollower) variable(addr ssa.Value) {
	if f.seen[addr] {
		return
	}
	f.seen[addr] = true
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			f.escapes = f.escapes || ref.Val == addr
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				f.follow(ref)
			}
		case *ssa.MakeClosure:
			for i, binding := range ref.Bindings {
				if binding == addr {
					f.variable(ref.Fn.(*ssa.Function).FreeVars[i])
				}
			}
		default:
			f.escapes = true
		}
	}
}

// call follows v into a call: of one of its methods, or of a function of the package.
func (f *streamFollower) call(instr ssa.CallInstruction, v ssa.Value) {
	c := instr.Common()
	if method := Method(c, v); method != nil {
		f.method(method.Name(), instr)
		return
	}
	fn := c.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != len(c.Args) {
		f.escapes = true
		return
	}
	for i, arg := range c.Args {
		if arg == v {
			f.follow(fn.Params[i])
		}
	}
}

// method notes the call of the method called name of a stream, or of its output.
func (f *streamFollower) method(name string, instr ssa.CallInstruction) {
	call, ok := instr.(*ssa.Call)
	switch name {
	case "GetStream":
		if ok {
			f.follow(call)
		}
	case "Events":
		if ok && isReceiver(call.Type()) {
			f.events = append(f.events, call)
		}
	case "Err", "Close":
		if ok && isRead(call) {
			f.checks = append(f.checks, call)
		}
	case "Send", "Writer":
	default:
		f.escapes = true
	}
}

// isReceiver reports whether t is a channel to receive from.
func isReceiver(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	return ok && ch.Dir() == types.RecvOnly
}
