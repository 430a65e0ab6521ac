package partialfailure

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// fieldValue returns the constant string that the field of the struct that s points to is set to,
// "" where it is no constant, and whether it is set, or may be set, at all.
func fieldValue(s ssa.Value, field string) (value string, set bool) {
	return valueIn(s, field, make(map[ssa.Value]bool))
}

// valueIn does so. seen are the structs that have been looked at.
func valueIn(s ssa.Value, field string, seen map[ssa.Value]bool) (value string, set bool) {
	if seen[s] {
		return "", false
	}
	seen[s] = true
	for member, v := range ssaflow.Members(s) {
		if member == nil { // the whole, by a literal that was made elsewhere
			load, ok := v.(*ssa.UnOp)
			if !ok {
				return "", true
			}
			literal, ok := load.X.(*ssa.Alloc)
			if !ok || literal == s {
				return "", true
			}
			if value, set := valueIn(literal, field, seen); set {
				return value, set
			}
			continue
		}
		if ssaflow.FieldOf(member.X.Type(), member.Field).Name() != field {
			continue
		}
		if value, set = ssaflow.String(converted(v)); !set {
			return "", true
		}
	}
	return value, set
}

// converted returns x for aws.String(x) and its like, and v for any other.
func converted(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
		if fn := ssaflow.Callee(&call.Call); fn != nil && awssdk.Converts(fn) {
			return call.Call.Args[0]
		}
	}
	return v
}

// happensNow reports whether the log events that in holds bear the time at which they are sent.
// Only events of other times are rejected: too old, too new, or expired. Where they are made elsewhere, it is
// the time that the package sets.
func happensNow(flow *errflow.Package, in ssa.Value) bool {
	sent, now := 0, 0
	for member, v := range ssaflow.Members(in) {
		if member == nil || ssaflow.FieldOf(member.X.Type(), member.Field).Name() != "LogEvents" {
			continue
		}
		list, ok := v.(*ssa.Slice)
		if !ok || list.X.Referrers() == nil { // of a variable of a package
			return setsNow(flow, v.Type())
		}
		for _, ref := range *list.X.Referrers() {
			event, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			sent++
			if at, ok := eventTime(event, make(map[ssa.Value]bool)); ok && isNow(at) {
				now++
			}
		}
	}
	return sent > 0 && sent == now
}

// setsNow reports whether the package makes all of its events, which lists of type t hold, of the time at which it does so.
func setsNow(flow *errflow.Package, t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	timestamp := fieldNamed(list.Elem(), "Timestamp")
	if timestamp == nil {
		return false
	}
	times := flow.Stored(timestamp)
	return len(times) > 0 && !slices.ContainsFunc(times, func(v ssa.Value) bool { return !isNow(v) })
}

// eventTime returns what the timestamp of the event at the address is set to. seen are the events that have been looked at.
func eventTime(event ssa.Value, seen map[ssa.Value]bool) (ssa.Value, bool) {
	if seen[event] {
		return nil, false
	}
	seen[event] = true
	for member, v := range ssaflow.Members(event) {
		switch {
		case member == nil: // a pointer to an event, as in SDK v1, or a copy of one
			if load, ok := v.(*ssa.UnOp); ok {
				v = load.X
			}
			return eventTime(v, seen)
		case ssaflow.FieldOf(member.X.Type(), member.Field).Name() == "Timestamp":
			return v, true
		}
	}
	return nil, false
}

// isNow reports whether v is made of the time at which it is made.
func isNow(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Call:
		if ssaflow.Calls(&v.Call, "time", "Now") {
			return true
		}
		return len(v.Call.Args) > 0 && isNow(v.Call.Args[0])
	case *ssa.BinOp:
		_, ok := v.Y.(*ssa.Const)
		return ok && isNow(v.X)
	case *ssa.Convert:
		return isNow(v.X)
	}
	return false
}
