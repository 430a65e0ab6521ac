package errflow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// ReadsEvent reports whether what receives from events, the result of a call of
// Events, reads one of fields of the event called kind, or could, since it passes
// events on.
func (s *Stream) ReadsEvent(events *ssa.Call, kind string, fields ...string) bool {
	r := eventReader{kind: kind, fields: fields, seen: make(map[ssa.Value]bool)}
	return r.channel(events)
}

// An eventReader follows events. Its methods report whether a field is read, or could
// be, by what refers to a value.
type eventReader struct {
	kind   string
	fields []string
	seen   map[ssa.Value]bool
}

// channel follows the channel v.
func (r *eventReader) channel(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.UnOp:
			if ref.Op == token.ARROW && !ref.CommaOk {
				return r.event(ref)
			}
			return ref.Op != token.ARROW || r.element(ref, 0)
		case *ssa.Select:
			// What was received follows the index of the case and the flag.
			at := 2
			for _, state := range ref.States {
				if state.Chan == v && r.element(ref, at) {
					return true
				}
				if state.Dir == types.RecvOnly {
					at++
				}
			}
			return false
		}
		return true
	})
}

// element follows the event that is the element of the tuple with the given index.
func (r *eventReader) element(tuple ssa.Value, index int) bool {
	return slices.ContainsFunc(*tuple.Referrers(), func(ref ssa.Instruction) bool {
		x, ok := ref.(*ssa.Extract)
		return ok && x.Index == index && r.event(x)
	})
}

// event follows the event v.
func (r *eventReader) event(v ssa.Value) bool {
	if r.seen[v] {
		return false
	}
	r.seen[v] = true
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
			return false
		case *ssa.Phi:
			return r.event(ref)
		case *ssa.TypeAssert:
			if !strings.HasSuffix(ref.AssertedType.String(), "Member"+r.kind) {
				return false
			}
			if !ref.CommaOk {
				return r.member(ref)
			}
			return slices.ContainsFunc(*ref.Referrers(), func(ref ssa.Instruction) bool {
				x, ok := ref.(*ssa.Extract)
				return ok && x.Index == 0 && r.member(x)
			})
		}
		return true
	})
}

// member follows v, a pointer to a struct with the event in its field Value.
func (r *eventReader) member(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			return !ssaflow.IsDebug(ref)
		}
		return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
			inner, ok := ref.(*ssa.FieldAddr)
			if !ok {
				return !ssaflow.IsDebug(ref)
			}
			field := ssaflow.FieldOf(inner.X.Type(), inner.Field)
			return field == nil || slices.Contains(r.fields, field.Name())
		})
	})
}
