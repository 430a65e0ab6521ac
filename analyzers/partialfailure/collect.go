package partialfailure

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// identity matches the fields by which programs tell the elements of a list from each other.
var identity = lazyregexp.New(`(Id|Name|Arn|Key)$`)

// element reports whether the program compares the name of the element at addr with a name that
// it asked for, or keeps it where that can be done later.
func (s successes) element(addr *ssa.IndexAddr) bool {
	if isText(addr.Type()) { // a list of names
		return s.names().AnyAt(addr)
	}
	w := ssaflow.Forward{Follow: ssaflow.Locals | ssaflow.Phis, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			return isIdentity(instr.X.Type(), instr.Field) && s.names().AnyAt(instr)
		case *ssa.Field:
			return isIdentity(instr.X.Type(), instr.Field) && s.names().Any(instr)
		}
		return false
	}}
	return w.AnyAt(addr)
}

func isIdentity(t types.Type, field int) bool {
	f := ssaflow.FieldOf(t, field)
	return f != nil && identity().MatchString(f.Name())
}

// isText reports whether t is string, or a pointer to a text type.
func isText(t types.Type) bool {
	for {
		ptr, ok := t.Underlying().(*types.Pointer)
		if !ok {
			return types.Identical(t.Underlying(), types.Typ[types.String])
		}
		t = ptr.Elem()
	}
}

// names returns the walk that looks for a use of a name which compares it, or keeps it to do so.
func (s successes) names() *ssaflow.Forward {
	w := &ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Conversions}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.UnOp: // *object.Key
			return w.Any(instr)
		case *ssa.BinOp:
			return (instr.Op == token.EQL || instr.Op == token.NEQ) && !ssaflow.ComparesNil(instr) || instr.Op == token.ADD && w.Any(instr)
		case *ssa.Lookup:
			return instr.Index == v
		case *ssa.MapUpdate:
			return s.kept(instr.Map)
		case *ssa.Store: // into the arguments of append, or of another variadic function
			if at, ok := instr.Addr.(*ssa.IndexAddr); ok {
				return s.appended(at.X)
			}
		case *ssa.Call:
			if _, ok := isBuiltin(instr, "delete"); ok || isSet(instr) {
				return true
			}
			return isText(instr.Type()) && w.Any(instr) // aws.ToString, strings.TrimPrefix
		}
		return false
	}
	return w
}

// appended reports whether the name in array, the arguments of a variadic function, is kept.
func (s successes) appended(array ssa.Value) bool {
	w := ssaflow.Forward{Follow: ssaflow.Slices, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return false
		}
		if list, ok := isBuiltin(call, "append"); ok {
			return s.kept(list)
		}
		return isSet(call)
	}}
	return w.Any(array)
}

// isSet reports whether call is one of a method of a set of names.
func isSet(call *ssa.Call) bool {
	recv := call.Call.Signature().Recv()
	if recv == nil {
		return false
	}
	if _, ok := recv.Type().Underlying().(*types.Map); ok {
		return true
	}
	return strings.HasSuffix(strings.ToLower(types.TypeString(recv.Type(), func(*types.Package) string { return "" })), "set")
}

// kept reports whether the list or map of names is asked for one of them, counted, or handed to
// code that is not followed.
func (s successes) kept(container ssa.Value) bool {
	w := &ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals | ssaflow.Conversions | ssaflow.Slices}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.MapUpdate, *ssa.Range, *ssa.IndexAddr, *ssa.MakeInterface, *ssa.BinOp:
			return false
		case *ssa.Call:
			if length, ok := isBuiltin(instr, "len"); ok {
				return s.counts(length)
			}
			if list, ok := isBuiltin(instr, "append"); ok && instr.Call.Args[0] == v {
				return w.Any(list)
			}
		}
		return true
	}
	switch container := container.(type) {
	case *ssa.MakeMap, *ssa.Call, *ssa.Phi:
		return w.Any(container)
	case *ssa.UnOp:
		if local, ok := container.X.(*ssa.Alloc); ok {
			return w.AnyAt(local)
		}
	}
	return true // made elsewhere
}
