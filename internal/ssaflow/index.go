package ssaflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An index holds what walks ask of all functions of a package at once.
type index struct {
	pkg      *ssa.Package
	callers  map[*ssa.Function][]ssa.CallInstruction // static calls
	escapes  map[*ssa.Function]bool                  // used as a value that others may call
	closures map[*ssa.Function][]*ssa.MakeClosure
	fields   map[*types.Var][]ssa.Value // what is stored in a field
	globals  map[*ssa.Global][]ssa.Value
	sends    map[ssa.Value][]ssa.Value  // what is sent on a channel, by the variable of the channel
	methods  map[string][]*ssa.Function // by name
}

func (x *index) fill(pkg *ssa.Package, funcs []*ssa.Function) {
	x.pkg = pkg
	x.callers = make(map[*ssa.Function][]ssa.CallInstruction)
	x.escapes = make(map[*ssa.Function]bool)
	x.closures = make(map[*ssa.Function][]*ssa.MakeClosure)
	x.fields = make(map[*types.Var][]ssa.Value)
	x.globals = make(map[*ssa.Global][]ssa.Value)
	x.sends = make(map[ssa.Value][]ssa.Value)
	x.methods = make(map[string][]*ssa.Function)
	for _, fn := range funcs {
		if Declared(fn) != nil && fn.Signature.Recv() != nil && fn.TypeParams().Len() == 0 {
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
}

func (x *index) add(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		switch addr := instr.Addr.(type) {
		case *ssa.FieldAddr:
			if f := FieldOf(addr.X.Type(), addr.Field); f != nil {
				x.fields[f] = append(x.fields[f], instr.Val)
			}
		case *ssa.Global:
			x.globals[addr] = append(x.globals[addr], instr.Val)
		}
	case *ssa.Send:
		root := x.variable(instr.Chan)
		x.sends[root] = append(x.sends[root], instr.X)
	case *ssa.Select:
		for _, state := range instr.States {
			if state.Dir == types.SendOnly {
				root := x.variable(state.Chan)
				x.sends[root] = append(x.sends[root], state.Send)
			}
		}
	}
	x.addFunctions(instr)
}

// addFunctions notes the functions that instr calls or takes as values.
func (x *index) addFunctions(instr ssa.Instruction) {
	call, _ := instr.(ssa.CallInstruction)
	if call != nil {
		if fn := call.Common().StaticCallee(); fn != nil {
			fn = x.body(fn)
			x.callers[fn] = append(x.callers[fn], call)
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
				x.escapes[x.body(v)] = true
			}
		case *ssa.MakeClosure:
			if _, debug := instr.(*ssa.DebugRef); !debug {
				x.escapes[x.body(v.Fn.(*ssa.Function))] = true
			}
		}
	}
}

// body returns the function that is declared for fn, which may be an instance of it, or a wrapper.
func (x *index) body(fn *ssa.Function) *ssa.Function {
	if origin := fn.Origin(); origin != nil {
		return origin
	}
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" && x.pkg != nil {
		if declared := x.pkg.Prog.FuncValue(obj); declared != nil {
			return declared
		}
	}
	return fn
}

// VariableOf returns the variable or the value that v is a copy of, across the closures that
// capture it: what channels, groups and the addresses of variables are known by.
func (p *Program) VariableOf(v ssa.Value) ssa.Value { return p.index.variable(v) }

func (x *index) variable(v ssa.Value) ssa.Value {
	for range 100 { // no copies of copies go deeper
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
