package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An index holds what tracing asks of all functions of a package at once.
type index struct {
	sites    map[ssa.CallInstruction]*Site
	callers  map[*ssa.Function][]ssa.CallInstruction // static calls
	escapes  map[*ssa.Function]bool                  // used as a value that others may call
	closures map[*ssa.Function][]*ssa.MakeClosure
	fields   map[*types.Var][]ssa.Value // what is stored in a field
	globals  map[*ssa.Global][]ssa.Value
	sends    map[ssa.Value][]ssa.Value  // what is sent on a channel, by the channel's root
	methods  map[string][]*ssa.Function // methods of types that are no fakes, by name
	groups   map[ssa.Value][]ssa.Value  // the functions that an errgroup runs, by the group's root
}

func newIndex(funcs []*ssa.Function, sites []*Site) *index {
	x := &index{
		sites:    make(map[ssa.CallInstruction]*Site),
		callers:  make(map[*ssa.Function][]ssa.CallInstruction),
		escapes:  make(map[*ssa.Function]bool),
		closures: make(map[*ssa.Function][]*ssa.MakeClosure),
		fields:   make(map[*types.Var][]ssa.Value),
		globals:  make(map[*ssa.Global][]ssa.Value),
		sends:    make(map[ssa.Value][]ssa.Value),
		methods:  make(map[string][]*ssa.Function),
		groups:   make(map[ssa.Value][]ssa.Value),
	}
	for _, s := range sites {
		x.sites[s.Instr] = s
	}
	for _, fn := range funcs {
		if obj := declared(fn); obj != nil && fn.Signature.Recv() != nil && fn.TypeParams().Len() == 0 && !awssdk.IsFake(obj) {
			x.methods[fn.Name()] = append(x.methods[fn.Name()], fn)
		}
	}
	// Channels and captured variables are found through closures, so these come first.
	eachInstr(funcs, func(instr ssa.Instruction) {
		if c, ok := instr.(*ssa.MakeClosure); ok {
			fn := c.Fn.(*ssa.Function)
			x.closures[fn] = append(x.closures[fn], c)
		}
	})
	eachInstr(funcs, x.add)
	return x
}

func eachInstr(funcs []*ssa.Function, do func(ssa.Instruction)) {
	for _, fn := range funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				do(instr)
			}
		}
	}
}

func (x *index) add(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		switch addr := instr.Addr.(type) {
		case *ssa.FieldAddr:
			if f := fieldOf(addr.X.Type(), addr.Field); f != nil {
				x.fields[f] = append(x.fields[f], instr.Val)
			}
		case *ssa.Global:
			x.globals[addr] = append(x.globals[addr], instr.Val)
		}
	case *ssa.Send:
		root := x.root(instr.Chan)
		x.sends[root] = append(x.sends[root], instr.X)
	}
	x.addFunctions(instr)
}

// addFunctions notes the functions that instr calls or takes as values.
func (x *index) addFunctions(instr ssa.Instruction) {
	call, _ := instr.(ssa.CallInstruction)
	if call != nil {
		if fn := call.Common().StaticCallee(); fn != nil {
			x.callers[fn] = append(x.callers[fn], call)
			if obj := declared(fn); obj != nil && knowledge.RunsInGroup(obj) {
				group, task := x.root(call.Common().Args[0]), call.Common().Args[1]
				x.groups[group] = append(x.groups[group], task)
			}
		}
	}
	var operands [8]*ssa.Value
	for i, op := range instr.Operands(operands[:0]) {
		if *op == nil || call != nil && i == 0 && !call.Common().IsInvoke() {
			continue // the function that is called
		}
		switch v := (*op).(type) {
		case *ssa.Function:
			if _, closure := instr.(*ssa.MakeClosure); !closure {
				x.escapes[v] = true
			}
		case *ssa.MakeClosure:
			if _, stored := instr.(*ssa.DebugRef); !stored {
				x.escapes[v.Fn.(*ssa.Function)] = true
			}
		}
	}
}

// fieldOf returns the field with the given index of the struct that t is, or points
// to, as it was declared.
func fieldOf(t types.Type, index int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return s.Field(index).Origin()
}

// root returns the variable or the value that v is a copy of, across the closures
// that capture it: channels, groups and the addresses of variables have one.
func (x *index) root(v ssa.Value) ssa.Value {
	for range 100 {
		switch w := v.(type) {
		case *ssa.FreeVar:
			outer := x.binding(w)
			if outer == nil {
				return v
			}
			v = outer
		case *ssa.UnOp:
			v = w.X
		case *ssa.ChangeType:
			v = w.X
		case *ssa.MakeInterface:
			v = w.X
		default:
			return v
		}
	}
	return v
}

// binding returns what a free variable is bound to, nil if that is not one value.
func (x *index) binding(v *ssa.FreeVar) ssa.Value {
	made := x.closures[v.Parent()]
	if len(made) != 1 {
		return nil
	}
	for i, fv := range v.Parent().FreeVars {
		if fv == v {
			return made[0].Bindings[i]
		}
	}
	return nil
}
