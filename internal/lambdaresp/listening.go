package lambdaresp

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An Address is where the package serves clients.
type Address struct {
	Pos   token.Pos // of what serves them
	Local bool      // none but clients on the same machine reach it
}

// ServesLocally reports whether the package serves clients, and none but those on the same machine.
func (s *Set) ServesLocally() bool {
	all := s.Addresses()
	return len(all) > 0 && !slices.ContainsFunc(all, func(a Address) bool { return !a.Local })
}

// Addresses returns where the package serves clients.
func (s *Set) Addresses() []Address {
	f := addressFinder{Program: s.Program(), defaults: make(map[any]ssa.Value)}
	f.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(*ssa.Call); ok {
			f.flag(call)
		}
	})
	var found []Address
	f.Instrs(func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			if addr, ok := listensAt(instr.Common()); ok {
				found = append(found, Address{instr.Pos(), isUnix(instr.Common()) || addr != nil && f.isLoopback(addr)})
			}
		case *ssa.Store:
			if field, ok := instr.Addr.(*ssa.FieldAddr); ok && knowledge.IsServerAddress(ssaflow.FieldOf(field.X.Type(), field.Field), deref(field.X.Type())) {
				found = append(found, Address{instr.Pos(), f.isLoopback(instr.Val)})
			}
		}
	})
	return found
}

func deref(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}

// listensAt returns the address at which the call serves clients, nil if it is given none, and false if it serves none.
func listensAt(c *ssa.CallCommon) (addr ssa.Value, ok bool) {
	fn := ssaflow.Callee(c)
	if fn == nil {
		return nil, false
	}
	i, ok := knowledge.ListensAt(fn)
	args := written(c)
	if !ok || i >= len(args) {
		return nil, false
	}
	if !fn.Signature().Variadic() {
		return args[i], true
	}
	for first := range ssaflow.Variadic(args[i]) {
		return first, true
	}
	return nil, true
}

// isUnix reports whether the call listens at a socket in the file system.
func isUnix(c *ssa.CallCommon) bool {
	return slices.ContainsFunc(c.Args, func(arg ssa.Value) bool {
		network, _ := ssaflow.String(arg)
		return network == "unix"
	})
}

type addressFinder struct {
	*ssaflow.Program
	defaults map[any]ssa.Value // of flags, by variableAt, or by the call that returns the address
}

// flag notes the default of the flag that call declares.
func (f *addressFinder) flag(call *ssa.Call) {
	fn := ssaflow.Callee(call.Common())
	if fn == nil {
		return
	}
	value, variable, ok := knowledge.DefaultOf(fn)
	args := written(call.Common())
	switch {
	case !ok || value >= len(args):
	case variable:
		f.defaults[variableAt(args[0])] = args[value]
	default:
		f.defaults[call] = args[value]
	}
}

// defaultAt returns the default of the flag at addr, nil if there is none.
func (f *addressFinder) defaultAt(addr ssa.Value) ssa.Value {
	if value := f.defaults[variableAt(addr)]; value != nil {
		return value
	}
	for _, pointer := range f.Sources(addr, addressSteps) {
		if value := f.defaults[pointer]; value != nil {
			return value
		}
	}
	return nil
}

// variableAt returns what stands for the variable at addr wherever it is named.
func variableAt(addr ssa.Value) any {
	if field, ok := addr.(*ssa.FieldAddr); ok {
		return ssaflow.FieldOf(field.X.Type(), field.Field)
	}
	return addr
}

// addressSteps are the ways from an address to where it is said.
const addressSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes | ssaflow.Locals | ssaflow.Globals | ssaflow.Fields | ssaflow.Params | ssaflow.Results

// isLoopback reports whether addr, or its host alone, can be a loopback address: as the only one, or as the one that holds
// if nobody chooses another.
func (f *addressFinder) isLoopback(addr ssa.Value) bool {
	w := &ssaflow.Backward[bool]{
		Program: f.Program,
		Follow:  addressSteps,
		Join:    func(x, y bool) bool { return x || y },
	}
	w.Look = func(at ssaflow.At) (bool, bool) {
		load, ok := at.Value.(*ssa.UnOp)
		if !ok {
			return false, false
		}
		value := f.defaultAt(load.X)
		return value != nil && w.From(value), value != nil
	}
	w.Leaf = func(at ssaflow.At) bool {
		switch v := at.Value.(type) {
		case *ssa.Const:
			text, _ := ssaflow.String(v)
			return knowledge.IsLoopback(text)
		case *ssa.BinOp:
			return v.Op == token.ADD && w.From(v.X)
		case *ssa.Call:
			return hostOf(w, v.Common())
		}
		return false
	}
	return w.From(addr)
}

// hostOf reports whether the address that the call c puts together begins with a loopback host.
func hostOf(w *ssaflow.Backward[bool], c *ssa.CallCommon) bool {
	switch {
	case ssaflow.Calls(c, "net", "JoinHostPort"):
		return w.From(c.Args[0])
	case ssaflow.Calls(c, "cmp", "Or"):
		return w.Elements(c.Args[0])
	case ssaflow.Calls(c, "fmt", "Sprintf"):
		format, _ := ssaflow.String(c.Args[0])
		if !strings.HasPrefix(format, "%s") && !strings.HasPrefix(format, "%v") {
			return knowledge.IsLoopback(format)
		}
		for first := range ssaflow.Variadic(c.Args[1]) {
			return w.From(first)
		}
	}
	return false
}
